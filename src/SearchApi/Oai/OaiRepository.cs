using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Oai;

/// <summary>A course as harvesters get it; null is a deleted record.</summary>
internal sealed record OaiRecord(string Id, DateTimeOffset Changed, IReadOnlyList<string> Sets, CourseItem? Course);

/// <summary>A page of a list; <paramref name="Next"/> is null on the last.</summary>
internal sealed record OaiPage(IReadOnlyList<OaiRecord> Records, OaiList Asked, OaiList? Next);

/// <summary>
/// Reads records from the ledger in order of revision. Whatever leaves here holds what its source allows to be passed on. Tombstones belong to every
/// list that is not of another source: what a retired course was about is not kept, and a harvester passes over a deletion that it knows nothing of.
/// </summary>
internal sealed class OaiRepository(DatedChanges ledger, ICourseSearcher searcher, CourseItems items, Frameworks frameworks, OaiSets sets)
{
    /// <summary>Records of one answer.</summary>
    public const int PageSize = 100;

    private const int Step = 200;

    public Task<DateTimeOffset?> EarliestAsync(CancellationToken ct) => ledger.EarliestAsync(ct);

    /// <summary>One record; null where the catalogue never had it.</summary>
    public async Task<OaiRecord?> FindAsync(string id, CancellationToken ct) =>
        CourseId.IsWellFormed(id) && await ledger.FindAsync(id, ct) is { } found ? Record(found, null) : null;

    /// <summary>The next page of a list, empty where nothing fits; null where the list belongs to another epoch of the catalogue.</summary>
    public async Task<OaiPage?> PageAsync(OaiList list, CancellationToken ct)
    {
        var source = OaiSets.SourceOf(list.Set);
        var range = list.Range with { Source = source };
        var size = list.Given > 0 ? list.Size : await SizeAsync(list, range, ct);
        var found = new List<(long Revision, OaiRecord Record)>();
        for (var after = list.After; found.Count <= PageSize;)
        {
            var page = await ledger.AfterAsync(range, after, Step, ct);
            if (list.Epoch.Length == 0)
                list = list with { Epoch = page.Catalog.Epoch };
            if (page.Catalog.Epoch != list.Epoch || list.After > page.Catalog.Revision)
                return null;
            found.AddRange(page.Changes.Select(change => (change.Change.Revision, Record(change, list.Set)))
                .Where(one => list.Set is null || source is not null || OaiSets.Holds(list.Set, one.Item2.Sets)));
            if (page.Changes.Count < Step)
                break;
            after = page.Changes[^1].Change.Revision;
        }
        var given = found.Take(PageSize).ToList();
        var next = found.Count > PageSize ? list with { After = given[^1].Revision, Given = list.Given + PageSize, Size = size } : null;
        return new([.. given.Select(one => one.Record)], list with { Size = size }, next);
    }

    // Sets by what a course is about are counted by the index, which knows no dates.
    private async Task<int?> SizeAsync(OaiList list, ChangeRange range, CancellationToken ct)
    {
        if (list.Set is null || range.Source is not null)
            return await ledger.CountAsync(range, ct);
        if (range.From is not null || range.Before is not null || OaiSets.Meaning(list.Set) is not (var kind, { } value))
            return null;
        var living = searcher.Search(new() { Limit = 1, Sort = SortOrder.Id, Collapse = false, Filters = new Dictionary<Facet, IReadOnlyList<string>> { [kind] = [value] } }).Total;
        return living + await ledger.CountAsync(range with { OnlyRetired = true }, ct);
    }

    private OaiRecord Record(DatedChange found, string? asked)
    {
        var change = found.Change;
        if (change.Course is { } course)
            return new(change.Id, found.At, sets.Of(course), items.Of(PassedOnCourse.Of(course), frameworks.DigComp22, "uk"));
        var known = OaiSets.OfRetired(change.Id);
        return new(change.Id, found.At, asked is null || OaiSets.Holds(asked, known) ? known : [.. known, asked], null);
    }
}
