using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Contract;

public abstract partial class CourseIndexContract
{
    [Theory]
    [InlineData(SortOrder.Relevance, "")]
    [InlineData(SortOrder.Relevance, "курс")]
    [InlineData(SortOrder.Newest, "")]
    [InlineData(SortOrder.Start, "курс")]
    [InlineData(SortOrder.Duration, "")]
    [InlineData(SortOrder.Title, "")]
    [InlineData(SortOrder.Id, "курс")]
    public void Paging_yields_every_course_once_in_the_order_of_one_long_page(SortOrder sort, string text)
    {
        using var open = Open();
        open.Put(Invented.Many(95, seed: 7));
        var query = new CourseQuery { Text = text, Sort = sort, Limit = 100 };
        var whole = open.Searcher.Search(query);
        Assert.Null(whole.Next);

        var paged = Pages(open, query with { Limit = 7 }).ToList();

        Assert.Equal(whole.Hits.Select(hit => hit.Course.Course.Id), paged.SelectMany(page => page.Hits).Select(hit => hit.Course.Course.Id));
        Assert.All(paged, page => Assert.Equal(whole.Total, page.Total));
        Assert.All(paged, page => Assert.Equal(whole.Facets[Facet.Price], page.Facets[Facet.Price]));
        Assert.Equal(whole.Total, whole.Hits.Select(hit => hit.Course.Course.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void Paging_through_any_query_yields_each_course_once(int seed)
    {
        Output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var open = Open();
        open.Put(Invented.Many(1_200, seed));
        var everything = open.Searcher.Search(new CourseQuery());
        for (var i = 0; i < 15; i++)
        {
            var query = new CourseQuery
            {
                Text = new[] { "", "безпека", "курс дані", "\"безпека інтернет\"", "захист пошук мова", "medi*", "курс -дані" }[random.Next(7)],
                Sort = Enum.GetValues<SortOrder>()[random.Next(Enum.GetValues<SortOrder>().Length)],
                Filters = Filter([.. MemorySearch.Facets.OrderBy(_ => random.Next()).Take(random.Next(3)).Select(facet => (facet, everything.Facets[facet].Where(_ => random.Next(3) > 0).Select(count => count.Value).ToArray()))]),
                Limit = 90 + random.Next(200),
            };

            var pages = Pages(open, query).ToList();
            var ids = pages.SelectMany(page => page.Hits).Select(hit => hit.Course.Course.Id).ToList();

            Assert.Equal(pages[0].Total, ids.Count);
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.Equal(open.Ids(query with { Limit = 2_000 }), ids);
        }
    }

    [Fact]
    public void Each_order_is_what_it_says()
    {
        using var open = Open();
        open.Put(
            Sorted("a.1", "Їжа", seenDay: 1, "PT5H", startDay: 22),
            Sorted("a.2", "Ірис", seenDay: 3, null, startDay: null),
            Sorted("a.3", "Ґанок", seenDay: 2, "PT1H", startDay: 25),
            Sorted("a.4", "Гаджет", seenDay: 3, "PT9H", startDay: 10),
            Sorted("a.5", "Євро", seenDay: 1, "PT5H", startDay: 20));

        Assert.Equal(["a.2", "a.4", "a.3", "a.1", "a.5"], open.Ids("", SortOrder.Newest));
        Assert.Equal(["a.5", "a.1", "a.3", "a.2", "a.4"], open.Ids("", SortOrder.Start));
        Assert.Equal(["a.3", "a.1", "a.5", "a.4", "a.2"], open.Ids("", SortOrder.Duration));
        Assert.Equal(["a.4", "a.3", "a.5", "a.2", "a.1"], open.Ids("", SortOrder.Title));
        Assert.Equal(["a.1", "a.2", "a.3", "a.4", "a.5"], open.Ids("", SortOrder.Id));
    }

    [Fact]
    public void Order_by_id_loses_nothing_while_the_catalogue_changes()
    {
        using var open = Open();
        open.Put([.. Enumerable.Range(10, 20).Select(number => Invented.Course($"a.{number}", "Курс"))]);
        var query = new CourseQuery { Text = "курс", Sort = SortOrder.Id, Limit = 5 };
        List<string> seen = [];
        string? cursor = null;
        do
        {
            var page = open.Searcher.Search(query with { Cursor = cursor });
            seen.AddRange(page.Hits.Select(hit => hit.Course.Course.Id));
            cursor = page.Next;
            open.Retire(seen[^1]);
            open.Put(Invented.Course($"a.0{seen.Count}", "Курс"), Invented.Course("a.29x", "Курс"));
            open.Clock.Pass(TimeSpan.FromHours(1));
        }
        while (cursor is not null);

        Assert.Equal([.. Enumerable.Range(10, 20).Select(number => $"a.{number}"), "a.29x"], seen);
    }

    [Fact]
    public void Other_orders_hold_to_their_snapshot()
    {
        using var open = Open();
        open.Put([.. Enumerable.Range(10, 20).Select(number => Invented.Course($"a.{number}", "Курс"))]);
        var query = new CourseQuery { Text = "курс", Sort = SortOrder.Title, Limit = 8 };
        var first = open.Searcher.Search(query);

        open.Retire("a.28", "a.11");
        open.Put(Invented.Course("a.00", "Аркуш курсу"), Invented.Course("a.29", "Курс") with { FirstSeen = Invented.Start.AddDays(9) });
        open.Clock.Pass(TimeSpan.FromMinutes(4.9));
        var second = open.Searcher.Search(query with { Cursor = first.Next });
        var third = open.Searcher.Search(query with { Cursor = second.Next });

        Assert.Equal(Enumerable.Range(18, 8).Select(number => $"a.{number}"), second.Hits.Select(hit => hit.Course.Course.Id));
        Assert.Equal((20, 3, null), (third.Total, third.Hits.Count, third.Next));
        Assert.Equal(["a.26", "a.27", "a.29"], third.Hits.Select(hit => hit.Course.Course.Id));
    }

    [Fact]
    public void A_cursor_expires_after_five_minutes()
    {
        using var open = Open();
        open.Put(Invented.Many(30, seed: 1));
        var query = new CourseQuery { Limit = 8 };
        var first = open.Searcher.Search(query);
        open.Clock.Pass(TimeSpan.FromMinutes(5.1));

        var second = open.Searcher.Search(query with { Cursor = first.Next });

        Assert.Equal(CursorProblem.Expired, second.Problem);
        Assert.Equal((0, 0, 0), (second.Total, second.Hits.Count, second.Facets.Count));
    }

    [Theory]
    [InlineData(SortOrder.Relevance, "курс")]
    [InlineData(SortOrder.Title, "")]
    public void Another_node_goes_on_with_a_list_as_long_as_it_stands_on_the_same_state(SortOrder sort, string text)
    {
        using var open = Open();
        open.Put(Invented.Many(60, seed: 3));
        using var other = Searcher(open.Folder, open.Clock);
        var query = new CourseQuery { Text = text, Sort = sort, Limit = 8 };
        var first = open.Searcher.Search(query);

        var here = open.Searcher.Search(query with { Cursor = first.Next });
        var there = other.Search(query with { Cursor = first.Next });
        var back = open.Searcher.Search(query with { Cursor = there.Next });
        open.Put(Invented.Course("a.later", "Курс"));
        var later = other.Search(query with { Cursor = here.Next });

        Assert.Equal(here.Hits.Select(hit => hit.Course.Course.Id), there.Hits.Select(hit => hit.Course.Course.Id));
        Assert.Equal((here.Total, 8), (there.Total, back.Hits.Count));
        Assert.Empty(back.Hits.Select(hit => hit.Course.Course.Id).Intersect(here.Hits.Concat(first.Hits).Select(hit => hit.Course.Course.Id)));
        Assert.Equal(CursorProblem.Expired, later.Problem);
    }

    [Fact]
    public void Another_node_gives_the_rest_on_one_page_where_it_is_asked_to()
    {
        using var open = Open();
        open.Put(Invented.Many(30, seed: 1));
        using var other = Searcher(open.Folder, open.Clock);
        var first = open.Searcher.Search(new CourseQuery { Limit = 8, Sort = SortOrder.Title });

        var rest = other.Search(new CourseQuery { Limit = 100, Sort = SortOrder.Title, Cursor = first.Next });

        Assert.Equal((22, null), (rest.Hits.Count, rest.Next));
    }

    [Fact]
    public void Another_node_lets_a_cursor_expire_after_the_same_five_minutes()
    {
        using var open = Open();
        open.Put(Invented.Many(30, seed: 1));
        using var other = Searcher(open.Folder, open.Clock);
        var query = new CourseQuery { Limit = 8 };
        var first = open.Searcher.Search(query);
        open.Clock.Pass(TimeSpan.FromMinutes(5.1));

        Assert.Equal(CursorProblem.Expired, other.Search(query with { Cursor = first.Next }).Problem);
    }

    [Fact]
    public void A_cursor_of_another_query_or_none_at_all_is_malformed()
    {
        using var open = Open();
        open.Put(Invented.Many(30, seed: 1));
        var byId = open.Searcher.Search(new CourseQuery { Limit = 8, Sort = SortOrder.Id }).Next!;
        var byTitle = open.Searcher.Search(new CourseQuery { Limit = 8, Sort = SortOrder.Title }).Next!;
        (string, CourseQuery)[] wrong =
        [
            (byId, new CourseQuery { Sort = SortOrder.Title }),
            (byTitle, new CourseQuery { Sort = SortOrder.Id }),
            (byTitle, new CourseQuery { Sort = SortOrder.Title, Text = "курс" }),
            (byTitle, new CourseQuery { Sort = SortOrder.Title, Filters = Filter((Facet.Price, ["free"])) }),
            (byId, new CourseQuery { Sort = SortOrder.Id, Framework = "digcomp-3.0" }),
            ("", new CourseQuery()),
            ("anything", new CourseQuery()),
            ("!!!", new CourseQuery()),
            (new string('A', 5_000), new CourseQuery()),
            (byTitle[..^4], new CourseQuery { Sort = SortOrder.Title }),
        ];

        Assert.All(wrong, pair => Assert.Equal(CursorProblem.Malformed, open.Searcher.Search(pair.Item2 with { Cursor = pair.Item1 }).Problem));
    }

    [Fact]
    public void The_size_of_a_page_may_change_on_the_way()
    {
        using var open = Open();
        open.Put(Invented.Many(30, seed: 1));
        var first = open.Searcher.Search(new CourseQuery { Limit = 10, Sort = SortOrder.Newest });

        var rest = open.Searcher.Search(new CourseQuery { Limit = 100, Sort = SortOrder.Newest, Cursor = first.Next });

        Assert.Equal(20, rest.Hits.Count);
        Assert.Null(rest.Next);
    }

    private static IEnumerable<SearchAnswer> Pages(OpenIndex open, CourseQuery query)
    {
        var page = open.Searcher.Search(query);
        yield return page;
        while (page.Next is not null)
        {
            page = open.Searcher.Search(query with { Cursor = page.Next });
            yield return page;
        }
    }

    private static CatalogCourse Sorted(string id, string title, int seenDay, string? workload, int? startDay) =>
        Invented.Course(id, title, with: course => course with
        {
            Workload = workload,
            Instances = startDay is { } day ? [new CourseInstance(new DateTimeOffset(2026, 11, day, 8, 0, 0, TimeSpan.Zero))] : [],
        }) with
        {
            FirstSeen = Invented.Start.AddDays(seenDay),
        };
}
