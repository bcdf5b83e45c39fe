using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Following;
using DcCourseIndex.Indexer.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Indexer.Tests.Following;

/// <summary>A catalogue, an index folder and a clock for tests of following.</summary>
public abstract class FollowingTest : IDisposable
{
    private protected readonly FilledCatalog _catalog = new();
    private protected readonly TemporaryFolder _folder = new();
    private protected readonly ManualClock _clock = new();
    private protected readonly IndexFolder _index;

    protected FollowingTest() => _index = new IndexFolder(_folder.Path, Engine());

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static SearchEngine Engine() => PostingsEngine.Create(Ground.Analysis, Ground.Frameworks, new ManualClock());

    private protected static async Task<CatalogPosition> At(ICourseCatalog catalog) => (await catalog.ChangesAfterAsync(long.MaxValue - 1, 1, default)).Catalog;

    private protected static string[] Ids(LiveSearcher searcher, string text) =>
        [.. searcher.Search(new CourseQuery { Text = text, Sort = SortOrder.Id, Limit = 100 }).Hits.Select(hit => hit.Course.Course.Id)];

    private protected IndexFollower Follower(ICourseCatalog catalog) => new(catalog, _index, _clock, NullLogger<IndexFollower>.Instance);

    private protected int Total()
    {
        using var searcher = new LiveSearcher(_index, _clock);
        return searcher.Search(new CourseQuery()).Total;
    }
}
