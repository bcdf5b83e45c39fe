namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Reads every course that is shown in one view of the store, so that a copy stands at one revision.</summary>
public sealed class WholeCatalogue(LedgerStore store)
{
    private const string Shown = "where c.state <> 'retired' and c.id not in (select course_id from course_verdicts where verdict = 'hide' and withdrawn_at is null)";

    /// <summary>Where the catalogue stands now.</summary>
    public Task<CatalogPosition> PositionAsync(CancellationToken ct) => store.PositionAsync(ct);

    /// <summary>
    /// Hands over the position of the view, how many courses there are, and the courses by id. They come one by one, are to be read once and
    /// before the work ends; it should not dally, because the store cannot tidy up behind writers while somebody looks.
    /// </summary>
    public Task<T> ReadAsync<T>(Func<CatalogPosition, long, IEnumerable<CourseChange>, Task<T>> work, CancellationToken ct) => store.ReadAsync(
        async tx =>
        {
            var verdicts = await CourseVerdictRow.StandingAsync(tx);
            return await work(
                await LedgerStore.PositionAsync(tx),
                await tx.FirstAsync<long>($"select count(*) from courses c {Shown}"),
                tx.Stream<CourseRow>($"{CourseRow.Select} {Shown} order by c.id").Select(row => row.ToChange([.. verdicts[row.Id]])));
        },
        ct);
}
