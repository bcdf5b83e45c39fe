using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Contract;

public abstract partial class CourseIndexContract
{
    [Theory]
    [InlineData("digcomp-2.2", 11, 300, 120)]
    [InlineData("digcomp-3.0", 12, 300, 120)]
    [InlineData("digcomp-ua", 13, 300, 120)]
    [InlineData("digcompedu", 14, 300, 120)]
    [InlineData("digcomp-2.2", 15, 2_500, 30)]
    public void Totals_and_counts_equal_those_of_looking_at_every_course(string framework, int seed, int many, int queries)
    {
        Output.WriteLine($"seed {seed}");
        var courses = Invented.Many(many, seed);
        using var open = Open([]);

        // Some have been others before, some have gone and some of these come again.
        open.Put([.. Invented.Many(many, seed + 100).Where((_, at) => at % 3 == 0)]);
        open.Put(courses);
        string[] gone = [.. open.Ids(new CourseQuery { Sort = SortOrder.Id, Limit = 100 }).Where((_, at) => at % 2 == 0).Concat(Invented.Many(many, seed + 100).Select(course => course.Course.Id).Except(courses.Select(course => course.Course.Id)))];
        open.Retire(gone);
        open.Put([.. courses.Where(course => gone.Contains(course.Course.Id)).Take(20)]);
        courses = [.. courses.Where(course => !gone.Contains(course.Course.Id)), .. courses.Where(course => gone.Contains(course.Course.Id)).Take(20)];
        var oracle = new MemorySearch(courses, new DateOnly(2026, 11, 20));
        var random = new Random(seed);
        var everything = open.Searcher.Search(new CourseQuery { Framework = framework });
        for (var i = 0; i < queries; i++)
        {
            var words = new[] { "", "безпека", "курс дані", "інтернет", "захист пошук", "media", "етика довкілля" }[random.Next(7)];
            var filters = Filter([.. MemorySearch.Facets.OrderBy(_ => random.Next()).Take(random.Next(4)).Select(facet => (facet, Some(everything.Facets[facet])))]);
            var query = new CourseQuery { Text = words, Framework = framework, Filters = filters, Limit = 100, Sort = SortOrder.Id };

            var (ids, counts) = oracle.Search(words, framework, filters);
            var answer = open.Searcher.Search(query);

            var about = $"«{words}» {string.Join(' ', filters.Select(filter => $"{filter.Key}={string.Join(',', filter.Value)}"))}";
            Assert.True(ids.Count == answer.Total, $"{about}: {answer.Total} instead of {ids.Count}");
            Assert.Equal(ids.Order(StringComparer.Ordinal).Take(100), answer.Hits.Select(hit => hit.Course.Course.Id));
            foreach (var facet in MemorySearch.Facets)
            {
                var expected = counts[facet].Select(pair => new FacetCount(pair.Key, pair.Value)).OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal);
                Assert.True(expected.SequenceEqual(answer.Facets[facet]), $"{about}: {facet} {string.Join(' ', answer.Facets[facet])} instead of {string.Join(' ', expected)}");
            }
        }

        string[] Some(IReadOnlyList<FacetCount> known) => [.. known.Where(_ => random.Next(2) == 0).Select(count => count.Value).Append("unknown-value")];
    }

    [Fact]
    public void A_facet_leaves_its_own_filter_out_of_its_counts_and_no_other()
    {
        using var open = Open();
        open.Put(Priced("a.1", Price.Free, "uk"), Priced("a.2", Price.Paid, "uk"), Priced("a.3", Price.Paid, "en"));

        var answer = open.Searcher.Search(new CourseQuery { Filters = Filter((Facet.Price, ["free"])) });

        Assert.Equal(1, answer.Total);
        Assert.Equal([new("paid", 2), new("free", 1)], answer.Facets[Facet.Price]);
        Assert.Equal([new("uk", 1)], answer.Facets[Facet.Language]);
    }

    [Fact]
    public void Values_of_one_facet_mean_or_and_facets_together_and()
    {
        using var open = Open();
        open.Put(Priced("a.1", Price.Free, "uk"), Priced("a.2", Price.Paid, "uk"), Priced("a.3", Price.Paid, "en"), Priced("a.4", Price.Unknown, "uk"));

        Assert.Equal(["a.1", "a.2"], open.Ids(new CourseQuery { Filters = Filter((Facet.Price, ["free", "paid"]), (Facet.Language, ["uk"])), Sort = SortOrder.Id }));
    }

    [Fact]
    public void A_code_speaks_in_the_querys_framework_and_an_unknown_one_fits_nothing()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Спілкування", "", null, "2.1"), Invented.Course("a.2", "Паролі", "", null, "4.1"));
        var code = Ground.Frameworks.FromDigComp22("digcomp-ua", "4.1")[0];

        Assert.Equal(["a.2"], open.Ids(new CourseQuery { Framework = "digcomp-ua", Filters = Filter((Facet.Competence, [code])) }));
        Assert.Equal(0, open.Searcher.Search(new CourseQuery { Filters = Filter((Facet.Competence, ["9.9"])) }).Total);
        Assert.Equal(0, open.Searcher.Search(new CourseQuery { Framework = "unknown", Filters = Filter((Facet.Competence, ["4.1"])) }).Total);
    }

    [Fact]
    public void What_runs_today_is_told_by_the_day_in_Kyiv()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Курс", with: course => course with
        {
            Instances = [new CourseInstance(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(2)), new DateTimeOffset(2026, 11, 21, 18, 0, 0, TimeSpan.FromHours(2)))],
        }));

        Assert.Equal([new("upcoming", 1)], Starts());

        // 22:30 in Greenwich, half past midnight in Kyiv.
        open.Clock.Pass(TimeSpan.FromHours(12.5));
        Assert.Equal([new("now", 1)], Starts());

        open.Clock.Pass(TimeSpan.FromHours(24));
        Assert.Equal([new("past", 1)], Starts());

        IReadOnlyList<FacetCount> Starts() => open.Searcher.Search(new CourseQuery()).Facets[Facet.Start];
    }

    [Fact]
    public void Counts_follow_the_words_of_the_query()
    {
        using var open = Open();
        open.Put(Priced("a.1", Price.Free, "uk"), Invented.Course("a.2", "Інше", with: course => course with { Price = Price.Paid }));

        Assert.Equal([new("free", 1)], open.Searcher.Search(new CourseQuery { Text = "пошук" }).Facets[Facet.Price]);
    }

    private static CatalogCourse Priced(string id, Price price, string language) => Invented.Course(id, "Пошук", with: course => course with { Price = price, Language = language });
}
