using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Harvesting;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

public sealed class RunGuardTests
{
    [Fact]
    public void An_empty_run_is_held() => Assert.Contains("no course at all", RunGuard.Judge(Run(found: 0, usual: [100])), StringComparison.Ordinal);

    [Theory]
    [InlineData(69, true)]
    [InlineData(70, false)]
    [InlineData(100, false)]
    [InlineData(1000, false)]
    public void A_run_far_below_the_usual_yield_is_held(int found, bool held) =>
        Assert.Equal(held, RunGuard.Judge(Run(found, usual: [100, 100, 100])) is not null);

    [Fact]
    public void Usual_is_the_median_of_the_last_five_so_that_one_odd_run_does_not_count() =>
        Assert.Null(RunGuard.Judge(Run(found: 90, usual: [100, 1000, 100, 100, 20])));

    [Fact]
    public void Runs_before_the_last_five_do_not_count() =>
        Assert.Null(RunGuard.Judge(Run(found: 100, usual: [100, 100, 100, 100, 100, 900, 900, 900, 900, 900, 900])));

    [Fact]
    public void A_run_that_refuses_every_third_listing_is_held() =>
        Assert.Contains("refused", RunGuard.Judge(Run(found: 66, usual: [66]) with { Refused = 34 }), StringComparison.Ordinal);

    [Fact]
    public void A_run_far_below_what_the_portal_itself_says_is_held() =>
        Assert.Contains("itself says 200", RunGuard.Judge(Run(found: 100, usual: [100]) with { Expected = 200 }), StringComparison.Ordinal);

    [Fact]
    public void A_run_without_a_single_summary_is_held_where_earlier_ones_were_promoted() =>
        Assert.Contains("summary", RunGuard.Judge(Run(found: 100, usual: [100]) with { WithSummary = 0 }), StringComparison.Ordinal);

    [Fact]
    public void The_first_run_over_the_network_waits_for_review() => Assert.Contains("first run", RunGuard.Judge(Run(found: 100, usual: [])), StringComparison.Ordinal);

    [Fact]
    public void The_first_run_of_a_trusted_source_does_not_wait() => Assert.Null(RunGuard.Judge(Run(found: 100, usual: []) with { Trusted = true }));

    [Theory]
    [InlineData(RunKind.Recorded)]
    [InlineData(RunKind.Import)]
    public void The_first_run_of_a_recording_or_an_import_does_not_wait(RunKind kind) =>
        Assert.Null(RunGuard.Judge(Run(found: 100, usual: []) with { Kind = kind }));

    [Fact]
    public void An_import_of_a_few_courses_is_taken() => Assert.Null(RunGuard.Judge(Run(found: 1, usual: [100]) with { Kind = RunKind.Import, End = HarvestEnd.Partial }));

    private static RunOutcome Run(int found, int[] usual) => new()
    {
        Kind = RunKind.Harvest,
        End = HarvestEnd.Complete,
        Found = found,
        Refused = 0,
        WithSummary = found,
        Earlier = [.. usual.Select((yield, i) => new HarvestReport
        {
            Run = i,
            Source = "utu",
            Kind = RunKind.Harvest,
            State = RunState.Promoted,
            End = HarvestEnd.Complete,
            StartedAt = DateTimeOffset.UnixEpoch,
            Found = yield,
        })],
    };
}
