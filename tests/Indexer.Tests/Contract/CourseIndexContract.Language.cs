using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Contract;

public abstract partial class CourseIndexContract
{
    [Theory]
    [InlineData("паролі OR таблиці", "a.1 a.2 a.4")]
    [InlineData("паролі АБО таблиці", "a.1 a.2 a.4")]
    [InlineData("паролі|вишивання", "a.1 a.3 a.4")]
    [InlineData("паролі дітей OR вишивання", "a.3 a.4")]
    [InlineData("(паролі OR вишивання) дітей", "a.3 a.4")]
    [InlineData("дітей (паролі OR вишивання OR таблиці)", "a.3 a.4")]
    [InlineData("\"паролі дітей\" OR таблиці", "a.2 a.4")]
    [InlineData("паролі OR таблиці -дітей", "a.1 a.2")]
    [InlineData("паролі OR таблиці -(дітей учителя)", "a.1")]
    [InlineData("паролів OR марсіанських бабусь", "a.1 a.4")]
    [InlineData("парол* OR таблиц*", "a.1 a.2 a.4")]
    [InlineData("назва:паролі", "a.1 a.4")]
    [InlineData("title:\"паролі дітей\"", "a.4")]
    [InlineData("назва:літак", "")]
    [InlineData("назва:літак OR таблиці", "a.2")]
    [InlineData("літак -назва:паролі", "a.3")]
    public void Alternatives_brackets_and_title_words_are_kept_to(string text, string expected)
    {
        using var open = Open([]);
        open.Put(
            Invented.Course("a.1", "Надійні паролі", "Про літак"),
            Invented.Course("a.2", "Таблиці для вчителя", "Учитель рахує"),
            Invented.Course("a.3", "Вишивання", "Гурток для дітей про літак"),
            Invented.Course("a.4", "Паролі дітей"));

        Assert.Equal(expected, string.Join(' ', open.Ids(text).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_course_counts_by_the_alternative_that_it_fits_best()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Інше", "Десь тут кібербезпека"), Invented.Course("a.2", "Електронні таблиці"), Invented.Course("a.3", "Шиття"), Invented.Course("a.4", "Ліплення"));

        Assert.Equal(["a.2", "a.1"], open.Ids("кібербезпека OR таблиці"));
        Assert.True(open.Searcher.Search(new CourseQuery { Text = "кібербезпека OR марсіани" }).Confident);
    }

    [Fact]
    public void A_slip_in_an_alternative_is_put_right_where_no_other_finds_anything()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Кібербезпека"), Invented.Course("a.2", "Шиття"));

        var answer = open.Searcher.Search(new CourseQuery { Text = "кібербзпека OR (xyzzy -шиття)" });

        Assert.Equal(["a.1"], answer.Hits.Select(hit => hit.Course.Course.Id));
        Assert.Equal("кібербезпека OR (xyzzy -шиття)", answer.Suggestion!.Query);
    }

    [Fact]
    public void A_pathological_query_is_answered_from_the_part_that_is_read()
    {
        using var open = Open();
        CatalogCourse[] courses = [.. Enumerable.Range(1, 60).Select(number => Invented.Course($"a.{number}", $"слово{number} абетка{number}", string.Join(' ', Enumerable.Range(1, 60).Select(other => $"слово{other}"))))];
        open.Put(courses);

        foreach (var text in Pathological())
        {
            var answer = open.Searcher.Search(new CourseQuery { Text = text, Explain = true, Limit = 3 });

            Assert.InRange(answer.Total, 0, courses.Length);
            Assert.InRange(answer.Hits.Count, 0, 3);
        }
    }

    // Not as data of a theory: ten megabytes in a test's name take the runner its time.
    private static IEnumerable<string> Pathological() =>
    [
        string.Join(' ', Enumerable.Range(1, 500).Select(number => $"слово{number}")),
        string.Join(" OR ", Enumerable.Range(1, 500).Select(number => $"слово{number}")),
        string.Join(' ', Enumerable.Repeat("(слово1 OR слово2)", 100)),
        string.Join(' ', Enumerable.Repeat("сло*", 200)),
        "a*",
        "а* аб* абе* *",
        string.Concat(Enumerable.Repeat("\"слово1 «слово2 ", 200)),
        new string('(', 5_000) + "слово1" + new string(')', 5_000),
        new string('"', 5_000),
        string.Concat(Enumerable.Repeat("-слово1 ", 500)),
        string.Concat(Enumerable.Repeat("назва:", 500)),
        string.Concat(Enumerable.Repeat("слово1 ", 1_500_000)),
        new string('я', 10_000_000),
    ];
}
