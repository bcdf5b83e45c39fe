using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger.Alarms;

public sealed class AlarmRulesTests
{
    /// <summary>Noon of a day after nightly runs at two o'clock.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly WatchedSource Nightly = new("portal", Enabled: true, NextTwoOClock);

    /// <summary>Each letter is a night, the last one the newest: o good, e empty and held, f failed, h held, l lower yield, a the same but held and accepted, s fewer summaries, r many refused, - no run.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("o", "")]
    [InlineData("oooooo", "")]
    [InlineData("oooooe", "nothing")]
    [InlineData("ooooof", "nothing")]
    [InlineData("ooooff", "nothing overdue")]
    [InlineData("ooofff", "nothing failing overdue")]
    [InlineData("oofffo", "")]
    [InlineData("ooofef", "nothing held")]
    [InlineData("ooool", "drift")]
    [InlineData("ooll", "drift")]
    [InlineData("oolll", "")]
    [InlineData("ool", "")]
    [InlineData("olooo", "")]
    [InlineData("ooooa", "")]
    [InlineData("ooooal", "")]
    [InlineData("oooos", "drift")]
    [InlineData("oooor", "drift")]
    [InlineData("ooooh", "")]
    [InlineData("oooho", "held")]
    [InlineData("ooooo-", "")]
    [InlineData("oooo--", "overdue")]
    public void Nights_become_alarms(string nights, string alarms) =>
        Assert.Equal(alarms, string.Join(' ', Judge(nights).Select(alarm => Catalog.Courses.Wire.Name(alarm.Kind))));

    [Fact]
    public void A_source_that_never_ran_is_overdue_after_its_first_due_time_and_not_before()
    {
        var facts = new SourceFacts(Nightly, false, [], null, Now.AddDays(-1));

        Assert.Empty(AlarmRules.Judge(facts with { WatchedSince = null }, Now));
        Assert.Empty(AlarmRules.Judge(facts, Now));
        var overdue = Assert.Single(AlarmRules.Judge(facts, Now.AddHours(3)));
        Assert.Equal((AlarmKind.Overdue, new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.Zero)), (overdue.Kind, overdue.Since));
        Assert.Contains("No complete run yet", overdue.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_was_resumed_gets_a_new_deadline() =>
        Assert.Empty(AlarmRules.Judge(Facts("oooo--") with { WatchedSince = Now.AddHours(-1) }, Now));

    [Fact]
    public void A_paused_or_disabled_source_only_has_runs_to_review()
    {
        Assert.Empty(AlarmRules.Judge(Facts("ooofff") with { Paused = true }, Now));
        Assert.Empty(AlarmRules.Judge(Facts("ooofff") with { Source = Nightly with { Enabled = false } }, Now));
        Assert.Equal(AlarmKind.Held, Assert.Single(AlarmRules.Judge(Facts("ooohff") with { Paused = true }, Now)).Kind);
    }

    [Fact]
    public void Imports_say_nothing_about_a_portal() =>
        Assert.Empty(AlarmRules.Judge(Facts("ooo") with { Runs = [.. Runs("fff").Select(run => run with { Kind = RunKind.Import })] }, Now));

    [Fact]
    public void A_small_source_does_not_drift() =>
        Assert.Empty(AlarmRules.Judge(Facts("ooool") with { Runs = [.. Runs("ooool").Select(run => run with { Found = run.Found / 15 })] }, Now));

    [Fact]
    public void An_alarm_stands_since_it_began_and_says_what_to_do()
    {
        var alarms = Judge("oofff").ToDictionary(alarm => alarm.Kind);

        Assert.Equal(new DateTimeOffset(2026, 11, 18, 2, 30, 0, TimeSpan.Zero), alarms[AlarmKind.Failing].Since);
        Assert.Equal(alarms[AlarmKind.Failing].Since, alarms[AlarmKind.Nothing].Since);
        Assert.All(alarms.Values, alarm => Assert.Contains("portal", alarm.Remedy, StringComparison.Ordinal));
    }

    [Fact]
    public void Drift_names_what_fell()
    {
        Assert.Contains("80 courses instead of 100", Assert.Single(Judge("ooool")).Sentence, StringComparison.Ordinal);
        Assert.Contains("summary in 60 % of the courses instead of 90 %", Assert.Single(Judge("oooos")).Sentence, StringComparison.Ordinal);
        Assert.Contains("20 % of the listings refused instead of 0 %", Assert.Single(Judge("oooor")).Sentence, StringComparison.Ordinal);
    }

    private static IReadOnlyList<SourceAlarm> Judge(string nights) => AlarmRules.Judge(Facts(nights), Now);

    private static SourceFacts Facts(string nights)
    {
        var runs = Runs(nights);
        var complete = runs.Where(run => run is { State: RunState.Promoted, End: HarvestEnd.Complete }).Max(run => run.EndedAt);
        return new(Nightly, false, runs, complete, complete?.AddDays(-30));
    }

    private static List<HarvestReport> Runs(string nights) =>
        [.. nights.Select((night, i) => (Night: night, Age: nights.Length - 1 - i)).Where(run => run.Night != '-').Select(run => Run(run.Night, run.Age)).Reverse()];

    private static HarvestReport Run(char night, int age)
    {
        var start = Now.Date.AddDays(-age).AddHours(2);
        return new()
        {
            Run = 100 - age,
            Source = "portal",
            Kind = RunKind.Harvest,
            State = night switch { 'f' => RunState.Failed, 'e' or 'h' => RunState.Held, _ => RunState.Promoted },
            End = night == 'f' ? HarvestEnd.Failed : HarvestEnd.Complete,
            StartedAt = new(start, TimeSpan.Zero),
            EndedAt = new(start.AddMinutes(30), TimeSpan.Zero),
            Found = night switch { 'f' => 3, 'e' => 0, 'l' or 'a' => 80, _ => 100 },
            HeldBecause = night is 'a' or 'e' or 'h' ? "Far fewer courses than usual." : null,
            Refused = night == 'r' ? 25 : 0,
            Filled = new Dictionary<string, double> { ["summary"] = night == 's' ? 0.6 : 0.9, ["image"] = 0 },
        };
    }

    private static DateTimeOffset? NextTwoOClock(DateTimeOffset after)
    {
        var today = new DateTimeOffset(after.UtcDateTime.Date.AddHours(2), TimeSpan.Zero);
        return today > after ? today : today.AddDays(1);
    }
}
