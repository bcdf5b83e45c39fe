using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Paging;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Paging;

public sealed class KeptListsTests
{
    private readonly ManualClock _clock = new();
    private readonly KeptLists _lists;

    public KeptListsTests() => _lists = new KeptLists(_clock);

    [Fact]
    public void Under_pressure_the_oldest_answers_go_and_the_newest_stays()
    {
        UInt128[] names = [.. Enumerable.Range(0, 30).Select(query => _lists.Keep(Answer(query, hits: 750_000), snapshot: 1))];

        Assert.Null(_lists.Find(names[0]));
        Assert.NotNull(_lists.Find(names[^1]));
        Assert.InRange(names.Count(name => _lists.Find(name) is not null), 5, 10);
    }

    [Fact]
    public void Equal_queries_on_one_snapshot_share_an_answer_and_its_time_begins_anew()
    {
        var first = _lists.Keep(Answer(1, 10), snapshot: 1);
        _clock.Pass(TimeSpan.FromMinutes(4));
        var again = _lists.Keep(Answer(1, 10), snapshot: 1);
        var later = _lists.Keep(Answer(1, 10), snapshot: 2);
        _clock.Pass(TimeSpan.FromMinutes(4));

        Assert.Equal(first, again);
        Assert.NotEqual(first, later);
        Assert.NotNull(_lists.Find(first));
        _clock.Pass(TimeSpan.FromMinutes(2));
        Assert.Null(_lists.Find(first));
    }

    private static KeptAnswer Answer(long query, int hits)
    {
        return new KeptAnswer(query, new HitList(new ulong[hits], IdOrder.Empty), new SearchAnswer { Total = hits, Hits = [], Facets = new Dictionary<Facet, IReadOnlyList<FacetCount>>() });
    }
}
