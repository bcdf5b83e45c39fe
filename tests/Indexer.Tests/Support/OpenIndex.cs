using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Indexer.Tests.Support;

/// <summary>One index with both its sides, in a folder of its own, and a revision counter like that of a catalogue.</summary>
public sealed class OpenIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OpenIndex(Func<string, ICourseIndex> openIndex, Func<string, TimeProvider, ICourseSearcher> openSearcher)
    {
        Index = openIndex(_folder.Path);
        Searcher = openSearcher(_folder.Path, Clock);
    }

    public ManualClock Clock { get; } = new();

    public ICourseIndex Index { get; }

    public ICourseSearcher Searcher { get; }

    public long Revision { get; private set; }

    public string Folder => _folder.Path;

    public void Put(params CatalogCourse[] courses) => Apply([.. courses.Select(course => Invented.Change(++Revision, course))]);

    public void Retire(params string[] ids) => Apply([.. ids.Select(id => Invented.Tombstone(++Revision, id))]);

    public void Apply(CourseChange[] changes) => Index.Apply(changes, At(changes.Length == 0 ? Revision : changes[^1].Revision));

    public static IndexPosition At(long revision) => new("epoch", revision, "print");

    public string[] Ids(string text, SortOrder sort = SortOrder.Relevance) => Ids(new CourseQuery { Text = text, Sort = sort, Limit = 100 });

    public string[] Ids(CourseQuery query) => [.. Searcher.Search(query).Hits.Select(hit => hit.Course.Course.Id)];

    public void Dispose()
    {
        Searcher.Dispose();
        Index.Dispose();
        _folder.Dispose();
    }
}
