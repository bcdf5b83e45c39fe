using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Contract;

public abstract partial class CourseIndexContract
{
    [Theory]
    [InlineData("безпекою", "uk", "«безпекою»: назва (у формі «Безпека»)")]
    [InlineData("кібербезпека", "en", "«кібербезпека»: summary (by a translation, «cybersecurity»)")]
    [InlineData("комп", "uk", "«комп»: назва (синонімом «комп'ютера»)")]
    [InlineData("безпеказ", "uk", "Запит прочитано як «безпека» (описка). «безпека»: назва")]
    [InlineData("nowhere безпека", "en", "«nowhere»: nowhere")]
    [InlineData("назва:безпека", "uk", "«безпека»: назва")]
    public void An_explanation_says_where_a_word_stands_and_in_which_form(string text, string language, string said)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Безпека комп'ютера", "About cybersecurity"), Invented.Course("a.2", "Шиття"), Invented.Course("a.3", "Ліплення"));

        var hit = open.Searcher.Search(new CourseQuery { Text = text, Explain = true, Language = language }).Hits[0];

        Assert.Equal("a.1", hit.Course.Course.Id);
        Assert.Contains(said, hit.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_of_an_explanation_add_up_to_the_score()
    {
        using var open = Open();
        open.Put(Invented.Many(200, seed: 21));
        string[] queries =
        [
            "безпека", "курс дані", "\"безпека інтернет\"", "захист OR пошук", "(безпека OR media) курс -дитина", "інфор*", "4.1", "безпке", "цифрова освіта вчителя",
            "персональні дані марсіан", "назва:безпека", "назва:курс дані", "безпека безпека", "online library", "авторське право",
        ];
        var explained = 0;
        foreach (var text in queries)
        {
            foreach (var hit in open.Searcher.Search(new CourseQuery { Text = text, Explain = true, Limit = 40 }).Hits)
            {
                var sum = Number().Matches(hit.Explanation!).Sum(part => decimal.Parse(part.Groups["number"].Value, CultureInfo.InvariantCulture) * (part.Value.Contains('−', StringComparison.Ordinal) ? -1 : 1));
                Assert.True(Math.Abs((double)sum - hit.Score) < 0.0051, $"«{text}» {hit.Course.Course.Id} {hit.Score}: {hit.Explanation}");
                explained++;
            }
        }

        Assert.True(explained > 100, $"only {explained} hits were explained");
    }

    [Fact]
    public void What_speaks_for_a_course_itself_parts_equal_fits_and_turns_no_better_one_around()
    {
        using var open = Open();
        open.Put([.. Enumerable.Range(1, 20).Select(number => Invented.Course($"b.{number}", "Ліплення"))]);
        open.Put(
            Standing("a.1", "Безпека", Access.Invitation, Price.Paid, LinkHealth.Gone, ""),
            Standing("a.2", "Безпека", Access.Open, Price.Free, LinkHealth.Ok, ""),
            Standing("a.3", "Безпека", Access.Open, Price.Free, LinkHealth.Ok, string.Join(' ', Enumerable.Repeat("шиття", 400))),
            Standing("a.4", "Рукоділля", Access.Open, Price.Free, LinkHealth.Ok, "Трохи про те, чим є безпека"));

        var hits = open.Searcher.Search(new CourseQuery { Text = "безпека", Explain = true }).Hits;

        Assert.Equal("a.4", hits[^1].Course.Course.Id);
        Assert.Equal(["a.2", "a.1"], hits.Select(hit => hit.Course.Course.Id).Where(id => id is "a.1" or "a.2"));
        var (better, worse) = (hits.Single(hit => hit.Course.Course.Id == "a.2").Score, hits.Single(hit => hit.Course.Course.Id == "a.1").Score);
        Assert.InRange(better / worse, 1.001, 1.03);
        Assert.Contains("відкритість, справність, повнота, новизна +", hits[0].Explanation, StringComparison.Ordinal);

        static CatalogCourse Standing(string id, string title, Access access, Price price, LinkHealth link, string description) =>
            Invented.Course(id, title, "Коротко", course => course with { Access = access, Price = price, Description = description }) with { Link = link };
    }

    [GeneratedRegex("(?:(?<= )\\+| −)(?<number>\\d+\\.\\d\\d)(?=[;.])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
