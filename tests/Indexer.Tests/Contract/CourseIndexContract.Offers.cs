using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Contract;

public abstract partial class CourseIndexContract
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Totals_counts_and_pages_of_courses_with_several_offers_equal_those_of_looking_at_every_one(int seed)
    {
        var random = new Random(seed);
        CatalogCourse[] courses = [.. Invented.Many(160, seed).Select(course => random.Next(3) == 0 ? course : course with { Cluster = new CourseCluster($"cluster.{random.Next(30)}", []) })];
        using var open = Open([]);
        open.Put(courses);
        var oracle = new MemorySearch(courses, new DateOnly(2026, 11, 20));
        var clusterOf = courses.ToDictionary(course => course.Course.Id, course => course.Cluster?.Id ?? course.Course.Id);
        var everything = open.Searcher.Search(new CourseQuery());
        for (var i = 0; i < 60; i++)
        {
            var words = new[] { "", "безпека", "курс дані", "інтернет", "media" }[random.Next(5)];
            var filters = Filter([.. MemorySearch.Facets.OrderBy(_ => random.Next()).Take(random.Next(3)).Select(facet => (facet, Some(everything.Facets[facet])))]);
            var sort = Enum.GetValues<SortOrder>()[random.Next(6)];
            var query = new CourseQuery { Text = words, Filters = filters, Sort = sort, Limit = 100 };
            var about = $"seed {seed}, round {i}, «{words}», {sort}";

            var (ids, counts) = oracle.Search(words, "digcomp-2.2", filters, clusterOf);
            var expected = ids.Select(id => clusterOf[id]).ToHashSet();
            var answer = open.Searcher.Search(query);
            Assert.True(expected.Count == answer.Total, $"{about}: {answer.Total} instead of {expected.Count}");
            Assert.All(answer.Hits, hit => Assert.Contains(hit.Course.Course.Id, ids));
            foreach (var facet in MemorySearch.Facets)
            {
                var right = counts[facet].Select(pair => new FacetCount(pair.Key, pair.Value)).OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal);
                Assert.True(right.SequenceEqual(answer.Facets[facet]), $"{about}: {facet} {string.Join(' ', answer.Facets[facet])} instead of {string.Join(' ', right)}");
            }

            var paged = Pages(open, query with { Limit = 7 }).SelectMany(page => page.Hits).Select(hit => clusterOf[hit.Course.Course.Id]).ToList();
            Assert.Equal(expected.Count, paged.Count);
            Assert.True(expected.SetEquals(paged), about);
            Assert.Equal(ids.Count, open.Searcher.Search(query with { Collapse = false }).Total);
        }

        string[] Some(IReadOnlyList<FacetCount> known) => [.. known.Where(_ => random.Next(2) == 0).Select(count => count.Value).Append("unknown-value")];
    }

    [Fact]
    public void A_course_matches_when_one_of_its_offers_meets_all_filters_and_that_one_is_shown()
    {
        using var open = Open();
        open.Put(Offer("alpha.1", Price.Free, Access.Open, "uk"), Offer("beta.1", Price.Paid, Access.Key, "en"), Priced("gamma.1", Price.Paid, "uk"));

        Assert.Equal(["alpha.1"], open.Ids(new CourseQuery { Filters = Filter((Facet.Language, ["uk", "en"]), (Facet.Price, ["free"])) }));
        Assert.Equal(["beta.1"], open.Ids(new CourseQuery { Filters = Filter((Facet.Language, ["en"])) }));
        Assert.Equal(0, open.Searcher.Search(new CourseQuery { Filters = Filter((Facet.Language, ["en"]), (Facet.Price, ["free"])) }).Total);
        Assert.Equal(["alpha.1", "beta.1", "gamma.1"], open.Ids(new CourseQuery { Collapse = false, Sort = SortOrder.Id }));
        var hit = open.Searcher.Search(new CourseQuery { Filters = Filter((Facet.Price, ["free"])) }).Hits[0];
        Assert.Equal(["alpha.1", "beta.1"], hit.Offers.Select(offer => offer.Id));
    }

    [Fact]
    public void The_open_and_free_offer_stands_for_its_course_then_the_richest_then_the_oldest()
    {
        using var open = Open();
        open.Put(Offer("alpha.1", Price.Paid, Access.Open, "uk"), Offer("beta.1", Price.Free, Access.Self, "uk"), Offer("gamma.1", Price.Free, Access.Self, "uk", "Докладний опис"), Offer("omega.1", Price.Free, Access.Self, "uk", "Докладний опис"));

        Assert.Equal(["gamma.1"], open.Ids(new CourseQuery()));
        Assert.Equal(["gamma.1", "omega.1", "beta.1", "alpha.1"], open.Searcher.Offers("alpha.1").Select(offer => offer.Id));
    }

    [Fact]
    public void Another_offer_of_the_same_course_is_not_a_similar_one()
    {
        using var open = Open();
        open.Put(Offer("alpha.1", Price.Free, Access.Open, "uk"), Offer("beta.1", Price.Free, Access.Open, "uk"), Invented.Course("gamma.1", "Паролі та пошта"), Invented.Course("delta.1", "Паролі") with { Cluster = new CourseCluster("delta.1", []) }, Invented.Course("delta.2", "Паролі") with { Cluster = new CourseCluster("delta.1", []) });

        Assert.Equal(["delta.1", "gamma.1"], open.Searcher.Similar("alpha.1", 5)!.Select(hit => hit.Course.Course.Id).Order());
    }

    [Fact]
    public void A_course_that_leaves_its_cluster_is_a_hit_of_its_own_again()
    {
        using var open = Open();
        open.Put(Offer("alpha.1", Price.Free, Access.Open, "uk"), Offer("beta.1", Price.Free, Access.Open, "uk"));
        Assert.Equal(1, open.Searcher.Search(new CourseQuery()).Total);

        open.Put(Offer("beta.1", Price.Free, Access.Open, "uk") with { Cluster = null });

        Assert.Equal(2, open.Searcher.Search(new CourseQuery()).Total);
        Assert.Equal(["alpha.1"], open.Searcher.Offers("alpha.1").Select(offer => offer.Id));
        Assert.Empty(open.Searcher.Offers("alpha.none"));
    }

    private static CatalogCourse Offer(string id, Price price, Access access, string language, string summary = "") =>
        Invented.Course(id, "Паролі", summary, with: course => course with { Price = price, Access = access, Language = language }) with { Cluster = new CourseCluster("alpha.1", []) };
}
