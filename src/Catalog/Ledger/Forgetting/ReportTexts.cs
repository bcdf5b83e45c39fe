namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Takes refusals out of the reports of runs, open and closed; their counts stay.</summary>
internal static class ReportTexts
{
    /// <summary>Of one source, or of all where <paramref name="source"/> is null.</summary>
    public static async Task ForgetAsync(LedgerTransaction tx, string? source, Func<Refusal, bool> goes)
    {
        var closed = await tx.QueryAsync<Row>("select id as Run, refusals as Text from runs where refusals <> '[]' and (@source is null or source = @source)", new { source });
        foreach (var row in closed)
        {
            var refusals = Json.Read<List<Refusal>>(row.Text);
            if (refusals.RemoveAll(refusal => goes(refusal)) > 0)
            {
                await tx.ExecuteAsync("update runs set refusals = @refusals where id = @Run", new { row.Run, refusals = Json.Of(refusals) });
            }
        }

        var open = await tx.QueryAsync<Row>(
            "select f.run as Run, f.digest as Digest, f.refusal as Text from run_refusals f join runs on runs.id = f.run where (@source is null or runs.source = @source)",
            new { source });
        foreach (var row in open.Where(row => goes(Json.Read<Refusal>(row.Text))))
        {
            await tx.ExecuteAsync(
                "update run_refusals set refusal = @refusal where run = @Run and digest = @Digest",
                new { row.Run, row.Digest, refusal = Json.Of(new Refusal(null, "Forgotten on request.")) });
        }
    }

    private sealed class Row
    {
        public long Run { get; init; }
        public string Digest { get; init; } = "";
        public string Text { get; init; } = "";
    }
}
