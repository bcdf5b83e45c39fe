using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Contract;

public abstract partial class CourseIndexContract
{
    [Fact]
    public void A_new_index_stands_at_nothing()
    {
        using var open = Open();

        Assert.Equal(IndexPosition.Nothing, open.Index.Position);
        Assert.Equal(IndexPosition.Nothing, open.Searcher.Position);
        Assert.Equal(0, open.Searcher.Search(new CourseQuery()).Total);
        Assert.Null(open.Searcher.Search(new CourseQuery()).Next);
    }

    [Fact]
    public void A_commit_is_seen_with_its_position_by_the_next_call()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Медіаграмотність"));

        Assert.Equal(OpenIndex.At(1), open.Index.Position);
        Assert.Equal(OpenIndex.At(1), open.Searcher.Position);
        Assert.Equal(["a.1"], open.Ids("медіаграмотність"));
    }

    [Fact]
    public void Applying_changes_twice_changes_nothing()
    {
        using var open = Open();
        var changes = new[] { Invented.Change(1, Invented.Course("a.1", "Пошук даних")), Invented.Change(2, Invented.Course("a.2", "Пошук роботи")), Invented.Tombstone(3, "a.2") };
        open.Apply(changes);
        var first = open.Searcher.Search(new CourseQuery { Text = "пошук" });
        open.Apply(changes);
        open.Apply(changes[..2]);

        Assert.Equal(["a.1"], open.Ids("пошук"));
        Assert.Equal(first.Hits[0].Score, open.Searcher.Search(new CourseQuery { Text = "пошук" }).Hits[0].Score);
        Assert.Equal(OpenIndex.At(3), open.Index.Position);
        Assert.Equal(1, Assert.Single(open.Searcher.Suggest("пошу", 5), completion => completion.Kind == "term").Count);
    }

    [Fact]
    public void A_newer_revision_replaces_all_of_the_older_one()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Електронні таблиці", "Бюджет родини", null, "1.3"));
        open.Put(Invented.Course("a.1", "Безпечні паролі", "Менеджер паролів", null, "4.1"));

        Assert.Empty(open.Ids("таблиці"));
        Assert.Equal(["a.1"], open.Ids("паролі"));
        Assert.Equal("Безпечні паролі", open.Searcher.Find("a.1")!.Course.Title);
        Assert.Equal([new FacetCount("4.1", 1)], open.Searcher.Search(new CourseQuery()).Facets[Facet.Competence]);
        Assert.Empty(open.Searcher.Suggest("електрон", 5));
    }

    [Fact]
    public void A_tombstone_takes_the_course_away_and_a_later_revision_brings_it_back()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Авторське право"), Invented.Course("a.2", "Цифрове право"));
        open.Retire("a.1", "a.never");

        Assert.Null(open.Searcher.Find("a.1"));
        Assert.Equal(["a.2"], open.Ids("право"));
        Assert.Equal(["a.2"], open.Ids(""));

        open.Put(Invented.Course("a.1", "Авторське право і ліцензії"));

        Assert.Equal(["a.1", "a.2"], open.Ids("право", SortOrder.Id));
    }

    [Fact]
    public void A_retired_course_is_not_indexed_even_where_the_change_carries_it()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Графіка") with { State = CourseState.Retired });

        Assert.Empty(open.Ids("графіка"));
    }

    [Fact]
    public void Missing_courses_stay_findable_and_can_be_left_out()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Графіка") with { State = CourseState.Missing }, Invented.Course("a.2", "Графіка"));

        Assert.Equal(2, open.Searcher.Search(new CourseQuery { Text = "графіка" }).Total);
        Assert.Equal(["a.2"], open.Ids(new CourseQuery { Text = "графіка", Filters = Filter((Facet.State, ["active"])) }));
    }

    [Fact]
    public void A_position_without_changes_is_kept()
    {
        using var open = Open();
        open.Index.Apply([], OpenIndex.At(7));

        Assert.Equal(OpenIndex.At(7), open.Searcher.Position);
    }

    [Fact]
    public void An_index_follows_one_catalogue_only()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Графіка"));

        Assert.Throws<InvalidOperationException>(() => open.Index.Apply([], OpenIndex.At(2) with { Epoch = "another" }));
        Assert.Throws<InvalidOperationException>(() => open.Index.Apply([], OpenIndex.At(2) with { Fingerprint = "another" }));
        Assert.Equal(["a.1"], open.Ids("графіка"));
    }

    [Fact]
    public void An_index_opened_again_is_the_same()
    {
        using var folder = new TemporaryFolder();
        using (var index = Index(folder.Path))
        {
            index.Apply([Invented.Change(1, Invented.Course("a.1", "Пошук даних"))], OpenIndex.At(1));
        }

        using (var index = Index(folder.Path))
        {
            Assert.Equal(OpenIndex.At(1), index.Position);
            index.Apply([Invented.Change(2, Invented.Course("a.2", "Пошук роботи"))], OpenIndex.At(2));
        }

        using var searcher = Searcher(folder.Path, new ManualClock());
        Assert.Equal(2, searcher.Search(new CourseQuery { Text = "пошук" }).Total);
    }

    [Fact]
    public void A_failed_batch_leaves_the_old_state()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Пошук даних"));
        var broken = Invented.Course("a.3", "Третій") with { Course = null! };

        Assert.ThrowsAny<Exception>(() => open.Put(Invented.Course("a.2", "Пошук роботи"), broken));

        Assert.Equal(["a.1"], open.Ids("пошук"));
        open.Put(Invented.Course("a.2", "Пошук роботи"));
        Assert.Equal(["a.1", "a.2"], open.Ids("пошук", SortOrder.Id));
    }

    [Fact]
    public void Courses_of_any_strings_are_taken_and_replaced()
    {
        const int seed = 31;
        Output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var open = Open();
        for (var revision = 0; revision < 3; revision++)
        {
            open.Put([.. Enumerable.Range(1, 100).Select(number => Invented.Course($"a.{number}", Any(), Any(), with: course => course with
            {
                Description = Any(),
                Provider = Any(),
                Keywords = [Any(), Any()],
                SubtitleLanguages = [Any(), ""],
                Language = Any(),
                Workload = Any(),
            }))]);
        }

        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            Assert.Equal(100, open.Ids("", sort).Distinct().Count());
        }

        string Any()
        {
            string[] pieces = ["безпека", " ", "\ud800", "\udc00", "\0", "\t", "\n", "|", "'", "\"", "😀", "<p>", "&", "-", "е\u0301", "ﬁ", "日本", "2.2"];
            return string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(4) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : pieces[random.Next(pieces.Length)]));
        }
    }

    [Fact]
    public void Merging_changes_no_answer()
    {
        using var open = Open();
        foreach (var course in Invented.Many(60, seed: 3))
        {
            open.Put(course);
        }

        var before = open.Ids("безпека курс");
        open.Index.Optimise();

        Assert.Equal(before, open.Ids("безпека курс"));
    }
}
