using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Engines.Postings;

public sealed class ThematicTests : IDisposable
{
    private static readonly string[][] Themes = [["діти та ігри", "син", "планшет", "ігроманія", "домовленість"], ["вибір пристрою", "процесор", "ноутбук", "ціна", "гарантія"]];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_course_with_other_words_of_the_theme_is_found_behind_those_with_the_words_and_explained()
    {
        var hits = Search("син", Invented.Course("a.1", "Ігроманія: домовленість у родині"), Invented.Course("a.2", "Син художника"), Invented.Course("a.3", "Вишивання"));

        Assert.Equal(["a.2", "a.1"], hits.Select(hit => hit.Course.Course.Id));
        Assert.Contains("інші слова тієї самої теми +", hits[1].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_courses_with_the_same_word_the_one_that_tells_the_story_is_first()
    {
        var hits = Search("син і планшет", Invented.Course("a.1", "Планшет і гарантія"), Invented.Course("a.2", "Планшет і домовленість"));

        Assert.Equal(["a.2", "a.1"], hits.Select(hit => hit.Course.Course.Id));
        Assert.All(hits, hit => Assert.Matches(@"\+\d", hit.Explanation));
    }

    [Fact]
    public void What_was_quoted_is_not_answered_by_its_theme() =>
        Assert.Empty(Search("\"син полку\"", Invented.Course("a.1", "Ігроманія: домовленість у родині")));

    [Fact]
    public void An_answer_by_theme_alone_is_no_sure_one()
    {
        using var searcher = Searcher(Invented.Course("a.1", "Ігроманія: домовленість у родині"));

        Assert.False(searcher.Search(new CourseQuery { Text = "син" }).Confident);
    }

    [Fact]
    public void Where_ten_courses_have_all_words_no_other_is_looked_for()
    {
        var courses = Enumerable.Range(0, Ranking.Enough).Select(number => Invented.Course($"a.{number}", $"Син художника {number}"));

        Assert.DoesNotContain("b.1", Search("син", [.. courses, Invented.Course("b.1", "Ігроманія: домовленість у родині")]).Select(hit => hit.Course.Course.Id));
    }

    [Fact]
    public void Other_themes_take_effect_while_an_index_is_searched()
    {
        var words = new Synonyms(new([], Themes));
        using var searcher = Searcher(words, Invented.Course("a.1", "Ігроманія: домовленість у родині"));
        Assert.Equal(1, searcher.Search(new CourseQuery { Text = "син" }).Total);

        words.Replace(new([], [Themes[1]]));
        Assert.Equal(0, searcher.Search(new CourseQuery { Text = "син" }).Total);
        words.Replace(new([], Themes));
        Assert.Equal(1, searcher.Search(new CourseQuery { Text = "син" }).Total);
    }

    private IReadOnlyList<CourseHit> Search(string typed, params Catalog.Courses.CatalogCourse[] courses)
    {
        using var searcher = Searcher(courses);
        return searcher.Search(new CourseQuery { Text = typed, Explain = true }).Hits;
    }

    private ICourseSearcher Searcher(params Catalog.Courses.CatalogCourse[] courses) => Searcher(new Synonyms(new([], Themes)), courses);

    private ICourseSearcher Searcher(Synonyms words, params Catalog.Courses.CatalogCourse[] courses)
    {
        var engine = PostingsEngine.Create(Ground.Analysis, Ground.Frameworks, TimeProvider.System, words);
        using (var index = engine.OpenIndex(_folder.Path))
        {
            index.Apply([.. courses.Select((course, at) => Invented.Change(at + 1, course))], new("e", courses.Length, engine.Fingerprint));
        }

        return engine.OpenSearcher(_folder.Path);
    }
}
