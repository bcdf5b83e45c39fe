using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Tests.Contract;
using DcCourseIndex.Indexer.Tests.Support;
using Xunit.Abstractions;

namespace DcCourseIndex.Indexer.Tests.Engines.Postings;

public sealed class PostingsCourseIndexContract(ITestOutputHelper output) : CourseIndexContract(output)
{
    protected override ICourseIndex OpenForWriting(string folder, TextAnalysis analysis, Frameworks frameworks) =>
        PostingsEngine.Create(analysis, frameworks, TimeProvider.System).OpenIndex(folder);

    protected override ICourseSearcher OpenForReading(string folder, TextAnalysis analysis, Frameworks frameworks, TimeProvider time, IReadOnlyList<IReadOnlyList<string>> rings) =>
        PostingsEngine.Create(analysis, frameworks, time, rings).OpenSearcher(folder);

    // Both words of the ring's expression stand in courses, in none together.
    [Theory]
    [InlineData("stolen phone")]
    [InlineData("викрадений телефон")]
    public void An_expression_that_no_course_has_is_asked_for_by_its_words(string typed)
    {
        using var open = Open([["викрадений телефон", "stolen phone"]]);
        open.Put(Invented.Course("a.1", "Телефон для старших"), Invented.Course("a.2", "Phone photography"), Invented.Course("a.3", "Stolen art"), Invented.Course("a.4", "Викрадений лист"));

        var answer = open.Searcher.Search(new CourseQuery { Text = typed });

        Assert.Equal(2, answer.Total);
        Assert.Equal("any-word", answer.Suggestion!.Reason);
    }

    [Fact]
    public void Where_few_courses_have_an_expression_one_with_a_word_of_it_is_found_behind_them_and_explained()
    {
        using var open = Open([["викрадений телефон", "stolen phone"]]);
        open.Put(Invented.Course("a.1", "Безпека", "Викрадений телефон"), Invented.Course("a.2", "Телефон для старших"), Invented.Course("a.3", "Вишивання"));

        var hits = open.Searcher.Search(new CourseQuery { Text = "викрадений телефон", Explain = true }).Hits;

        Assert.Equal(["a.1", "a.2"], hits.Select(hit => hit.Course.Course.Id));
        Assert.Contains("«викрадений телефон»: назва +", hits[1].Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shahrai po telefonu", "шахраї по телефону")]
    [InlineData("yak vidriznyty fejk", "як відрізнити фейк")]
    public void Latin_letters_are_read_by_the_words_of_the_rings_too(string typed, string meant)
    {
        using var open = Open([["телефонні шахраї", "шахраї по телефону", "вішинг"], ["відрізнити фейк", "фейк", "дезінформація"]]);
        open.Put(Invented.Course("a.1", "Вішинг"), Invented.Course("a.2", "Дезінформація"), Invented.Course("a.3", "Вишивання"));

        var answer = open.Searcher.Search(new CourseQuery { Text = typed });

        Assert.Equal(new Correction(meant, true, "transliteration"), answer.Suggestion);
        Assert.Equal(1, answer.Total);
    }

    [Fact]
    public void Beside_a_word_in_Latin_letters_another_one_is_no_mistyped_English_word()
    {
        using var open = Open([["цифровий слід", "онлайн-репутація"]]);
        open.Put(Invented.Course("a.1", "Онлайн-репутація"), Invented.Course("a.2", "Цифровий світ"), Invented.Course("a.3", "Design a slide"));

        Assert.Equal(new Correction("цифровий слід", true, "transliteration"), open.Searcher.Search(new CourseQuery { Text = "tsyfrovyi slid" }).Suggestion);
        Assert.Equal(new Correction("slide", true, "typo"), open.Searcher.Search(new CourseQuery { Text = "slidee" }).Suggestion);
    }

    [Theory]
    [InlineData("\"штучний інтелект\"", "a.1")]
    [InlineData("\"штучний інтелект\" освіта", "a.1")]
    [InlineData("назва:інтелект", "a.1 a.2")]
    [InlineData("назва:інтелект освіта", "a.1 a.2")]
    [InlineData("\"інтелект штучний\"", "")]
    public void What_is_quoted_or_to_stand_in_the_title_is_never_done_without(string typed, string ids)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Штучний інтелект"), Invented.Course("a.2", "Інтелект: тести"), Invented.Course("a.3", "Штучний камінь", "Освіта, інтелект"), Invented.Course("a.4", "Освіта"));

        var answer = open.Searcher.Search(new CourseQuery { Text = typed });

        Assert.Equal(ids, string.Join(' ', answer.Hits.Select(hit => hit.Course.Course.Id).Order()));
        Assert.False(ids.Length == 0 && answer.Confident);
    }

    [Theory]
    [InlineData("power point", "powerpoint")]
    [InlineData("презентація power point", "презентація powerpoint")]
    [InlineData("захистданих", "захист даних")]
    [InlineData("друк вінтернеті", "друк в інтернеті")]
    [InlineData("за хист даних", "захист даних")]
    [InlineData("за захист даних", null)]
    [InlineData("print power", null)]
    [InlineData("power -point", null)]
    [InlineData("\"power point\"", null)]
    public void A_blank_too_many_or_too_few_is_a_slip(string typed, string? read)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "PowerPoint: презентація"), Invented.Course("a.2", "Захист даних"), Invented.Course("a.3", "Power of print"), Invented.Course("a.4", "Друк і пошук в інтернеті"));

        Assert.Equal(read, open.Searcher.Search(new CourseQuery { Text = typed }).Suggestion is { Applied: true, Reason: "typo" } correction ? correction.Query : null);
    }

    [Theory]
    [InlineData("collecting homework", null)]
    [InlineData("colecting", "correcting")]
    public void An_English_word_that_no_course_has_is_no_slip_of_another(string typed, string? read)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Correcting documents"), Invented.Course("a.2", "Шиття"));

        Assert.Equal(read, open.Searcher.Search(new CourseQuery { Text = typed }).Suggestion is { Applied: true, Reason: "typo" } correction ? correction.Query : null);
    }

    [Fact]
    public void What_is_found_though_no_course_has_half_of_what_was_said_is_no_sure_answer()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Python для початківців"), Invented.Course("a.2", "Шиття"));

        Assert.False(open.Searcher.Search(new CourseQuery { Text = "гра на гітарі для початківців" }).Confident);
        Assert.True(open.Searcher.Search(new CourseQuery { Text = "python для початківців" }).Confident);
    }
}
