namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Puts together what the catalogue knows of every source that ever ran.</summary>
internal static class SourceOverview
{
    private const int ReportsShown = 10;

    public static async Task<IReadOnlyList<SourceStatus>> ReadAsync(LedgerTransaction tx, StateCounts counted)
    {
        var counts = await counted.OfAsync(tx);
        var complete = (await tx.QueryAsync<LastRun>(
                "select source as Source, max(ended_at) as EndedAt from runs where state = 'promoted' and ending = 'complete' group by source"))
            .ToDictionary(run => run.Source, run => Instant.Of(run.EndedAt));
        var allSeen = (await tx.QueryAsync<LastRun>(
                "select source as Source, ended_at as EndedAt from runs where id in (select max(id) from runs where state = 'promoted' and counted = 1 group by source)"))
            .ToDictionary(run => run.Source, run => Instant.Of(run.EndedAt));
        var paused = (await tx.QueryAsync<string>("select source from paused_sources")).ToHashSet(StringComparer.Ordinal);
        var rests = await SourceRests.AllAsync(tx);
        var reports = await RunReports.LastOfEachAsync(tx, ReportsShown);
        return
        [
            .. reports.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => new SourceStatus
            {
                Name = source.Key,
                Paused = paused.Contains(source.Key),
                Rest = rests.GetValueOrDefault(source.Key),
                Active = counts.GetValueOrDefault((source.Key, "active")),
                Missing = counts.GetValueOrDefault((source.Key, "missing")),
                Retired = counts.GetValueOrDefault((source.Key, "retired")),
                LastComplete = complete.TryGetValue(source.Key, out var at) ? at : null,
                AllSeen = allSeen.TryGetValue(source.Key, out var seen) ? seen : null,
                Reports = [.. source],
            }),
        ];
    }

    private sealed class LastRun
    {
        public string Source { get; init; } = "";
        public string EndedAt { get; init; } = "";
    }
}
