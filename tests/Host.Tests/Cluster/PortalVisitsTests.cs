namespace DcCourseIndex.Host.Tests.Cluster;

/// <summary>What a portal's own log must show, and that the look at it would see an impolite crawler.</summary>
public sealed class PortalVisitsTests
{
    [Fact]
    public void Visits_that_are_too_close_or_side_by_side_are_found()
    {
        PortalVisit Visit(int came, int went) => new("north", "/courses", TimeSpan.FromMilliseconds(came)) { Went = TimeSpan.FromMilliseconds(went) };
        AssertPolite([Visit(0, 10), Visit(170, 180)]);
        Assert.ThrowsAny<Exception>(() => AssertPolite([Visit(0, 10), Visit(100, 120)]));
        Assert.ThrowsAny<Exception>(() => AssertPolite([Visit(0, 300), Visit(200, 220)]));
    }

    internal static TimeSpan ShortestPause(IReadOnlyList<PortalVisit> visits) =>
        visits.Zip(visits.Skip(1), (one, next) => next.Came - one.Came).DefaultIfEmpty(TimeSpan.MaxValue).Min();

    /// <summary>One request at a time, and the pause between two of them; a node asks after it has read the answer, so from coming to coming it is longer still.</summary>
    internal static void AssertPolite(IReadOnlyList<PortalVisit> visits)
    {
        foreach (var (one, next) in visits.Zip(visits.Skip(1)))
        {
            Assert.True(next.Came - one.Came >= NodesOfTest.Pause, $"{next} came {(next.Came - one.Came).TotalMilliseconds} ms after {one}.");
            Assert.True(next.Came >= one.Went || next.Came - one.Came >= NodesOfTest.Pause * 2, $"{next} came while {one} was being answered.");
        }
    }
}
