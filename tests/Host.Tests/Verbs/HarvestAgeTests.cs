using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Verbs;

namespace DcCourseIndex.Host.Tests.Verbs;

public sealed class HarvestAgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("90m", 90)]
    [InlineData("26h", 26 * 60)]
    [InlineData("3d", 3 * 24 * 60)]
    public void An_age_is_a_number_with_its_unit(string text, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), HarvestAge.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("26")]
    [InlineData("0h")]
    [InlineData("-1h")]
    [InlineData("1.5h")]
    [InlineData("26 h")]
    [InlineData("2w")]
    [InlineData("99999999999d")]
    [InlineData("100000h")]
    public void Anything_else_is_none(string text) => Assert.Null(HarvestAge.Read(text));

    /// <summary>Hours since the last complete run and since the source is watched; empty: never.</summary>
    [Theory]
    [InlineData(true, false, 25.0, 100.0, false)]
    [InlineData(true, false, 27.0, 100.0, true)]
    [InlineData(true, false, null, 25.0, false)]
    [InlineData(true, false, null, 27.0, true)]
    [InlineData(true, false, null, null, false)]
    [InlineData(true, true, 27.0, 100.0, false)]
    [InlineData(false, false, 27.0, 100.0, false)]
    public void A_source_is_too_old_when_it_should_have_been_harvested(bool enabled, bool paused, double? lastComplete, double? watched, bool tooOld)
    {
        var status = new SourceStatus { Name = "portal", Paused = paused, LastComplete = lastComplete is { } hours ? Now.AddHours(-hours) : null };
        var since = new Dictionary<string, DateTimeOffset>();
        if (watched is { } watchedHours)
        {
            since["portal"] = Now.AddHours(-watchedHours);
        }

        var old = HarvestAge.TooOld([new WatchedSource("portal", enabled)], [status], since, TimeSpan.FromHours(26), Now);

        Assert.Equal(tooOld, old.Count == 1);
        Assert.All(old, line => Assert.StartsWith("portal: ", line, StringComparison.Ordinal));
    }
}
