using DcCourseIndex.Crawler.Platforms;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms;

/// <summary>Every folder under a platform's <c>fixtures</c>: read as it is, and read broken.</summary>
public sealed class FixtureTests(ITestOutputHelper output)
{
    private const int Seed = 20261121;

    public static TheoryData<string, string> Fixtures
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (platform, name) in FixtureReading.All.Keys.SelectMany(platform => Fixture.All(platform).Select(name => (platform, name))))
            {
                cases.Add(platform, name);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Fixtures))]
    public void An_answer_is_read_as_expected(string platform, string name)
    {
        var fixture = Fixture.Load(platform, name);
        fixture.Expect(FixtureReading.All[platform].Read(fixture, fixture.Page()));
    }

    [Theory, MemberData(nameof(Fixtures))]
    public async Task A_broken_answer_is_read_or_refused(string platform, string name)
    {
        output.WriteLine($"Seed {Seed}.");
        var fixture = Fixture.Load(platform, name);
        foreach (var body in fixture.Broken(Seed))
        {
            var reading = Task.Run(() => Record.Exception(() => FixtureReading.All[platform].Read(fixture, fixture.Page(body))));
            var thrown = await reading.WaitAsync(TimeSpan.FromMinutes(1));
            Assert.True(thrown is null or ListingUnreliableException, $"{thrown}");
        }
    }

    [Theory, MemberData(nameof(Fixtures))]
    public async Task A_portal_that_answers_everything_with_one_broken_answer_ends(string platform, string name)
    {
        output.WriteLine($"Seed {Seed}.");
        var fixture = Fixture.Load(platform, name);
        var reading = FixtureReading.All[platform];
        foreach (var body in fixture.Broken(Seed).Where((_, i) => i % reading.OneOf == 0).Prepend(fixture.Body))
        {
            var portal = Portal.Everywhere(body, fixture.ContentType);
            var thrown = await Record.ExceptionAsync(() => Harvested.Of(reading.Platform, reading.Source(fixture), portal).WaitAsync(TimeSpan.FromMinutes(1)));
            Assert.True(thrown is null or ListingUnreliableException, $"{thrown}");
            Assert.InRange(portal.Asked.Count, 1, reading.MostAsked);
        }
    }
}
