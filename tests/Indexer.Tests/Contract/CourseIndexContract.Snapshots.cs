using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Contract;

public abstract partial class CourseIndexContract
{
    [Fact]
    public void An_index_updated_step_by_step_answers_like_one_built_at_once()
    {
        const int seed = 23;
        Output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var courses = Invented.Many(200, seed);
        var newest = new Dictionary<string, CourseChange>();
        using var stepped = Open();
        long revision = 0;
        for (var step = 0; step < 40; step++)
        {
            List<CourseChange> changes = [];
            for (var i = random.Next(1, 30); i > 0; i--)
            {
                var course = courses[random.Next(courses.Length)];
                var other = courses[random.Next(courses.Length)];
                revision++;
                changes.Add(random.Next(6) == 0
                    ? Invented.Tombstone(revision, course.Course.Id)
                    : Invented.Change(revision, other with { Course = other.Course with { Id = course.Course.Id, Source = course.Course.Source } }));
                newest[course.Course.Id] = changes[^1];
            }

            stepped.Apply([.. changes]);
            if (step % 10 == 0)
            {
                stepped.Index.Optimise();
            }
        }

        using var atOnce = Open();
        atOnce.Apply([.. newest.Values.OrderBy(change => change.Revision)]);
        Assert.Equal(stepped.Searcher.Position, atOnce.Searcher.Position);
        foreach (var text in new[] { "", "безпека", "курс дані", "\"цифровий пошук\"", "інтернет -мережа", "без*", "бзпека", "2.2", "зовсім інше data" })
        {
            foreach (var sort in Enum.GetValues<SortOrder>())
            {
                var query = new CourseQuery { Text = text, Sort = sort, Limit = 100, Filters = sort == SortOrder.Title ? Filter((Facet.Language, ["uk"])) : Filter() };
                var (one, other) = (stepped.Searcher.Search(query), atOnce.Searcher.Search(query));
                Assert.Equal((other.Total, other.Confident, other.Suggestion), (one.Total, one.Confident, one.Suggestion));
                Assert.Equal(other.Hits.Select(hit => (hit.Course.Course.Id, Math.Round(hit.Score, 9))), one.Hits.Select(hit => (hit.Course.Course.Id, Math.Round(hit.Score, 9))));
                Assert.All(other.Facets, facet => Assert.Equal(facet.Value, one.Facets[facet.Key]));
            }
        }

        Assert.Equal(atOnce.Searcher.Suggest("б", 20), stepped.Searcher.Suggest("б", 20));
    }

    [Fact]
    public async Task Every_call_sees_one_commit_whole_while_a_writer_works()
    {
        using var open = Open();
        const int commits = 60;
        open.Put([.. Enumerable.Range(0, 10).Select(number => Marked(number, 0))]);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var last = 0L;
            var calls = 0;
            while (!done.IsCancellationRequested || calls == 0)
            {
                // All ten courses carry the number of their commit as provider: any mixture would show.
                var answer = open.Searcher.Search(new CourseQuery { Text = "курс", Limit = 10 });
                Assert.Equal(10, answer.Total);
                var provider = Assert.Single(answer.Facets[Facet.Provider]);
                Assert.All(answer.Hits, hit => Assert.Equal(provider.Value, hit.Course.Course.Provider));
                var seen = long.Parse(provider.Value, System.Globalization.CultureInfo.InvariantCulture);
                Assert.True(seen >= last, $"commit {seen} after {last}");
                last = seen;
                calls++;
            }

            return calls;
        })).ToList();

        for (var commit = 1; commit <= commits; commit++)
        {
            open.Put([.. Enumerable.Range(0, 10).Select(number => Marked(number, commit))]);
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), calls => Assert.True(calls > 0));
        Assert.Equal([new FacetCount($"{commits}", 10)], open.Searcher.Search(new CourseQuery()).Facets[Facet.Provider]);

        static CatalogCourse Marked(int number, int commit) => Invented.Course($"a.{number}", "Курс", with: course => course with { Provider = $"{commit}" });
    }

    [Fact]
    public void Two_searchers_on_one_index_see_the_same_commits()
    {
        using var open = Open();
        using var second = Searcher(open.Folder, open.Clock);
        open.Put(Invented.Course("a.1", "Пошук"));

        Assert.Equal(open.Searcher.Position, second.Position);
        Assert.Equal(1, second.Search(new CourseQuery { Text = "пошук" }).Total);
    }
}
