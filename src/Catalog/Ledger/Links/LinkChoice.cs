namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Which links a check takes: of <paramref name="Sources"/> (empty: of all), never of <paramref name="Without"/>; with <paramref name="All"/> whether due or not.</summary>
public sealed record LinkChoice(IReadOnlyList<string> Sources, IReadOnlyList<string> Without, bool All)
{
    // Engines differ in what they make of an empty list, so none is written.
    internal string Condition => "where (@all = 1 or l.due_at <= @now)"
        + (Sources.Count == 0 ? "" : " and l.source in @sources")
        + (Without.Count == 0 ? "" : " and l.source not in @without");

    internal object Values(DateTimeOffset now, int limit) => new { all = All ? 1 : 0, now = Instant.Text(now), sources = Sources, without = Without, limit };
}
