using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Contract;

public abstract partial class CourseIndexContract
{
    [Theory]
    [InlineData("digcomp-2.2", 5)]
    [InlineData("digcomp-ua", 6)]
    public void Every_crossed_cell_is_a_search_that_finds_as_many(string framework, int seed)
    {
        var random = new Random(seed);
        CatalogCourse[] courses = [.. Invented.Many(300, seed).Select(course => random.Next(3) == 0 ? course : course with { Cluster = new CourseCluster($"cluster.{random.Next(30)}", []) })];
        using var open = Open();
        open.Put(courses);
        var filters = Filter((Facet.Price, ["free", "paid", "unknown"]));
        IReadOnlyList<Facet>[] tables = [[], [Facet.Area], [Facet.Competence, Facet.Level], [Facet.Competence, Facet.Language, Facet.Context]];

        var answer = open.Searcher.Cross(new() { Framework = framework, Filters = filters, Tables = tables, SeenSince = Invented.Start });

        var searched = 0;
        foreach (var (table, cells) in tables.Zip(answer.Tables))
            foreach (var cell in cells.Where(cell => !cell.Values.Contains(CrossCell.None)))
            {
                var query = new CourseQuery { Framework = framework, Limit = 1, Filters = filters.Concat(table.Zip(cell.Values, (facet, value) => KeyValuePair.Create(facet, (IReadOnlyList<string>)[value]))).ToDictionary() };
                Assert.True(open.Searcher.Search(query).Total == cell.Courses, $"{string.Join(' ', cell.Values)}: {cell.Courses}");
                searched++;
            }

        Assert.True(searched > 50, $"Only {searched} cells were searched.");
        Assert.Equal(open.Searcher.Position, answer.Position);
    }

    [Fact]
    public void A_crossed_cell_knows_its_newest_change_and_how_many_were_seen_lately()
    {
        using var open = Open();
        var since = Invented.Start.AddDays(10);
        open.Put(
            Invented.Course("alpha.1", "Паролі", competences: "4.1") with { LastChanged = Invented.Start.AddDays(2) },
            Invented.Course("beta.1", "Оновлення", competences: "4.1") with { LastChanged = Invented.Start.AddDays(5) },
            Invented.Course("beta.2", "Антивірус", competences: "4.1") with { State = CourseState.Missing },
            Invented.Course("gamma.1", "Резервні копії", competences: "4.1") with { LastSeen = since },
            Invented.Course("gamma.2", "Кераміка"));

        var answer = open.Searcher.Cross(new() { Tables = [[Facet.Competence, Facet.Level]], SeenSince = since, SourceSeen = new Dictionary<string, DateTimeOffset> { ["alpha"] = since.AddDays(-1), ["beta"] = since } });

        var cells = answer.Tables[0].OrderBy(cell => cell.Values[0], StringComparer.Ordinal).ToList();
        Assert.Equal([("4.1", "unknown", 4, 2, Invented.Start.AddDays(5)), ("unknown", "unknown", 1, 0, Invented.Start)], cells.Select(cell => (cell.Values[0], cell.Values[1], cell.Courses, cell.SeenLately, cell.NewestChange)));
    }

    [Fact]
    public void An_index_of_nothing_but_tombstones_is_crossed_to_nothing()
    {
        using var open = Open();
        open.Retire("alpha.1");

        Assert.Equal([[], []], open.Searcher.Cross(new() { Tables = [[], [Facet.Competence]], SeenSince = Invented.Start }).Tables);
    }
}
