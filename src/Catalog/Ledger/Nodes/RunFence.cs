namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Keeps a node that has lost a source's lease from writing to its run: asked in the transaction that writes.</summary>
internal static class RunFence
{
    /// <summary>Whether the lease is still that of the run. One without a number needs none.</summary>
    public static async Task<bool> HoldsAsync(LedgerTransaction tx, string source, long fence) =>
        fence == 0 || await tx.FirstAsync<long>("select count(*) from leases where name = @source and fence = @fence", new { source, fence }) > 0;

    public static async Task CheckAsync(LedgerTransaction tx, string source, long fence)
    {
        if (!await HoldsAsync(tx, source, fence))
        {
            throw new RunTakenOverException(source);
        }
    }
}
