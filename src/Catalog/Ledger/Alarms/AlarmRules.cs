using System.Globalization;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Judges from the ledger alone which alarms stand for a source. Pure: the same facts and the same moment give the same alarms.</summary>
public static class AlarmRules
{
    /// <summary>A held run that waits longer than this is an alarm.</summary>
    public static readonly TimeSpan LongestReview = TimeSpan.FromDays(1);

    /// <summary>So many failed runs in a row are an alarm of their own.</summary>
    public const int FailuresInARow = 3;

    /// <summary>
    /// The alarms of one source, at most one of a kind. A source that is paused or not enabled only has that of a held run: the operator
    /// knows that nothing comes. Imports say nothing about a portal and are left out.
    /// </summary>
    public static IReadOnlyList<SourceAlarm> Judge(SourceFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        HarvestReport[] runs = [.. facts.Runs.Where(run => run.Kind != RunKind.Import)];
        HarvestReport[] ended = [.. runs.Where(run => run.State is RunState.Promoted or RunState.Held or RunState.Failed)];
        SourceAlarm?[] alarms = facts.Paused || !facts.Source.Enabled
            ? [Held(facts.Source.Name, runs, now)]
            :
            [
                Nothing(facts.Source.Name, ended),
                Failing(facts.Source.Name, ended),
                Drift.Judge(facts.Source.Name, runs),
                Overdue.Judge(facts, runs, now),
                Held(facts.Source.Name, runs, now),
            ];
        return [.. alarms.OfType<SourceAlarm>()];
    }

    /// <summary>A moment as sentences write it.</summary>
    internal static string Words(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static SourceAlarm? Nothing(string source, HarvestReport[] ended)
    {
        HarvestReport[] barren = [.. ended.TakeWhile(run => run.State == RunState.Failed || run.Found == 0)];
        if (barren is not [var last, ..])
        {
            return null;
        }

        var what = last.State == RunState.Failed ? $"Run {last.Run} failed and brought nothing." : $"Run {last.Run} found no course at all.";
        return new(source, AlarmKind.Nothing, At(barren[^1]), what, $"Read its report («status --run {last.Run}») and look at the portal with «check {source}».");
    }

    private static SourceAlarm? Failing(string source, HarvestReport[] ended)
    {
        HarvestReport[] failed = [.. ended.TakeWhile(run => run.State == RunState.Failed)];
        return failed.Length < FailuresInARow
            ? null
            : new(source, AlarmKind.Failing, At(failed[^1]), $"{failed.Length} runs in a row failed, the last on {Words(At(failed[0]))}.",
                $"Read why («status {source}») and look at the portal with «check {source}»; «pause {source}» stops the runs until it is mended.");
    }

    private static SourceAlarm? Held(string source, HarvestReport[] runs, DateTimeOffset now)
    {
        var oldest = runs.Where(run => run.State == RunState.Held && now - At(run) > LongestReview).MinBy(run => run.Run);
        return oldest is null
            ? null
            : new(source, AlarmKind.Held, At(oldest), $"Run {oldest.Run} has waited for review since {Words(At(oldest))}. {oldest.HeldBecause}".TrimEnd(),
                $"Read its report («status --run {oldest.Run}»), then «accept {oldest.Run}» or «discard {oldest.Run}».");
    }

    private static DateTimeOffset At(HarvestReport run) => run.EndedAt ?? run.StartedAt;
}
