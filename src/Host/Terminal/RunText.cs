using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Host.Terminal;

/// <summary>The full report of one run as lines of data.</summary>
internal static class RunText
{
    public static void Print(HarvestReport run)
    {
        foreach (var line in Lines(run))
        {
            Terminals.Say(line);
        }
    }

    private static IEnumerable<string> Lines(HarvestReport run)
    {
        var fetched = run.Fetched;
        yield return Text($"Run {run.Run} of {run.Source}: {Wire.Name(run.Kind)}, {Wire.Name(run.State)}{(run.End is { } end ? $", {Wire.Name(end)}" : "")}{(run.Node is { } node ? $", on {node}" : "")}");
        yield return Text($"  began {run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC{(run.EndedAt is { } ended ? Text($", ended {ended.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, took {Time(ended - run.StartedAt)}") : ", goes on")}");
        yield return Text($"  found {run.Found}: new {run.New}, changed {run.Changed} (returned {run.Returned}), unchanged {run.Unchanged}");
        yield return Text($"  missing {run.Missing}, retired {run.Retired}, refused {run.Refused}, noted {run.Noted}, reserved {run.Reserved}");
        yield return Text($"  requests {fetched.Requests}, not modified {fetched.NotModified}{(fetched.Requests > 0 ? Text($" ({100.0 * fetched.NotModified / fetched.Requests:0} %)") : "")}, {fetched.Bytes / 1024} kB, waited {Time(TimeSpan.FromMilliseconds(fetched.WaitedMs))}");
        if (run.Slowest is { } slowest)
        {
            yield return Text($"  slowest: {slowest.Milliseconds} ms, {slowest.Address}");
        }

        if (run.Filled.Count > 0)
        {
            yield return "  filled: " + string.Join(", ", run.Filled.OrderByDescending(field => field.Value).Select(field => Text($"{field.Key} {field.Value * 100:0} %")));
        }

        foreach (var line in Words(run))
        {
            yield return "  " + line;
        }
    }

    private static IEnumerable<string> Words(HarvestReport run)
    {
        if (run.HeldBecause is { } why)
        {
            yield return $"held: {why}{(run.State == RunState.Held ? $" (accept {run.Run} | discard {run.Run})" : "")}";
        }

        if (run.Failure is { } failure)
        {
            yield return $"failed: {failure}";
        }

        foreach (var group in Groups(run))
        {
            yield return Text($"refused {group.Count} ×: {group.Reason} For example {string.Join("; ", group.Examples.Select(Example))}");
        }

        foreach (var note in run.Notes)
        {
            yield return Text($"{(note.Line is { } line ? Text($"line {line}: ") : "")}{note.Sentence}");
        }

        if (run.Noted > run.Notes.Count)
        {
            yield return Text($"{run.Noted - run.Notes.Count} more notes");
        }
    }

    /// <summary>An open run has not been counted by reason yet.</summary>
    private static IReadOnlyList<RefusalGroup> Groups(HarvestReport run) => run.RefusalGroups.Count > 0 ? run.RefusalGroups : RefusalGroups.Of(run.Refusals);

    private static string Example(Refusal refusal) =>
        string.Join(' ', new[] { refusal.Line is { } line ? Text($"line {line}") : null, refusal.SourceId, refusal.Address is { } address ? $"<{address}>" : null }.OfType<string>()) is { Length: > 0 } place
            ? place
            : refusal.Reason;

    private static string Time(TimeSpan time) => time.TotalMinutes < 1 ? Text($"{time.TotalSeconds:0.0} s") : Text($"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
