using System.Text.RegularExpressions;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Contract;

public abstract partial class CourseIndexContract
{
    [Fact]
    public void Inflected_matches_are_marked_and_everything_else_is_escaped()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Паролі & <script>", "Менеджер \"паролів\" <b>"));

        var highlights = open.Searcher.Search(new CourseQuery { Text = "пароль" }).Hits[0].Highlights;

        Assert.Equal("<mark>Паролі</mark> &amp; &lt;script&gt;", highlights["title"]);
        Assert.Equal("Менеджер &quot;<mark>паролів</mark>&quot; &lt;b&gt;", highlights["summary"]);
    }

    [Fact]
    public void A_long_summary_is_cut_around_the_matches()
    {
        using var open = Open();
        var filler = string.Join(' ', Enumerable.Repeat("слово", 200));
        open.Put(Invented.Course("a.1", "Курс", $"{filler} шифрування {filler} шифрування листів {filler}"));

        var excerpt = open.Searcher.Search(new CourseQuery { Text = "шифрування листи" }).Hits[0].Highlights["summary"];

        Assert.Contains("<mark>шифрування</mark> <mark>листів</mark>", excerpt, StringComparison.Ordinal);
        Assert.StartsWith("…слово", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("слово…", excerpt, StringComparison.Ordinal);
        Assert.InRange(Regex.Replace(excerpt, "</?mark>", "").Length, 200, 245);
    }

    [Fact]
    public void Without_words_there_are_no_marks_and_the_excerpt_begins_at_the_start()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Курс", "Початок анотації. " + string.Join(' ', Enumerable.Repeat("слово", 100))));

        var highlights = open.Searcher.Search(new CourseQuery()).Hits[0].Highlights;

        Assert.False(highlights.ContainsKey("title"));
        Assert.StartsWith("Початок анотації. слово", highlights["summary"], StringComparison.Ordinal);
        Assert.DoesNotContain("<mark>", highlights["summary"], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_the_description_matches_the_excerpt_is_of_it()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Курс", "Анотація", with: course => course with { Description = "<p>Про <i>шифрування</i> &amp; ключі</p>" }));

        Assert.Equal("Про <mark>шифрування</mark> &amp; ключі", open.Searcher.Search(new CourseQuery { Text = "шифрування" }).Hits[0].Highlights["summary"]);
    }

    [Fact]
    public void Completions_are_titles_words_and_competences_that_begin_so()
    {
        using var open = Open();
        open.Put(
            Invented.Course("a.1", "Захист даних", "", null, "4.2"),
            Invented.Course("a.2", "Захист даних", "", null, "4.2"),
            Invented.Course("a.3", "Усе про захист", "", null, "4.1"));

        var completions = open.Searcher.Suggest("ЗАХ", 12);

        Assert.Contains(new Completion("Захист даних", "title", 2), completions);
        Assert.Contains(new Completion("захист", "term", 3), completions);
        Assert.Contains(new Completion("Захист персональних даних і приватності", "competence", 2), completions);
        Assert.Equal(completions.Count, completions.Distinct().Count());
        Assert.Equal(2, open.Searcher.Suggest("зах", 2).Count);
        Assert.Contains(new Completion("Protecting personal data and privacy", "competence", 2), open.Searcher.Suggest("protecting pers", 5));
        Assert.Empty(open.Searcher.Suggest("", 5));
        Assert.Empty(open.Searcher.Suggest("ъъъ", 5));
        Assert.Empty(open.Searcher.Suggest("зах", 0));
    }

    [Theory]
    [InlineData("захси", "захист")]
    [InlineData("захест", "захист")]
    [InlineData("зхист", "захист")]
    [InlineData("персональнихх", "персональних")]
    [InlineData("захист персоанльн", null)]
    public void What_begins_one_slip_away_is_completed_where_nothing_begins_so(string typed, string? term)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Захист персональних даних"), Invented.Course("a.2", "Захід сонця"));

        var completions = open.Searcher.Suggest(typed, 9);

        Assert.Equal(term, completions.FirstOrDefault(completion => completion.Kind == "term")?.Text);
        Assert.True(term == "персональних" || completions.Any(completion => completion is { Kind: "title", Text: "Захист персональних даних" }));
        Assert.Empty(open.Searcher.Suggest("хзахист", 9));
    }

    [Fact]
    public void Similar_courses_share_words_and_competences()
    {
        using var open = Open();
        open.Put(
            Invented.Course("a.1", "Медіаграмотність для бібліотекарів", "Факти й фейки", null, "1.2"),
            Invented.Course("a.2", "Медіаграмотність для вчителів", "Фейки", null, "1.2"),
            Invented.Course("a.3", "Перевірка новин", "", null, "1.2"),
            Invented.Course("a.4", "Ліплення з глини"));

        Assert.Equal(["a.2", "a.3"], open.Searcher.Similar("a.1", 5)!.Select(hit => hit.Course.Course.Id));
        Assert.Single(open.Searcher.Similar("a.1", 1)!);
        Assert.Empty(open.Searcher.Similar("a.4", 5)!);
        Assert.Null(open.Searcher.Similar("a.9", 5));
    }

    [Fact]
    public void A_course_is_found_by_its_id_as_it_was_given()
    {
        using var open = Open();
        var course = Invented.Many(1, seed: 2)[0];
        open.Put(course);

        var found = open.Searcher.Find(course.Course.Id)!;

        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(course), System.Text.Json.JsonSerializer.Serialize(found));
        Assert.Null(open.Searcher.Find("a.none"));
        Assert.Null(open.Searcher.Find("'; DROP TABLE facts; --"));
    }
}
