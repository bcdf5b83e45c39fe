using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Tests.Normalising;

public sealed class CourseNormaliserTests
{
    private static readonly SourceTraits Source = new("library", "Бібліотека", "uk", KeepAuthors: false);
    private static readonly RawListing Listing = new() { Id = "7", Title = "Цифрова грамотність", Url = "https://example.ua/course/7" };

    [Fact]
    public void A_bare_listing_becomes_a_course_that_claims_nothing()
    {
        var course = Normalise(Listing);

        Assert.Equal(("library.7", "library", "7", "Бібліотека", "uk"), (course.Id, course.Source, course.SourceId, course.Provider, course.Language));
        Assert.Equal(("", "", null, null, null), (course.Summary, course.Description, course.Level, course.Workload, course.Duration));
        Assert.Equal((Price.Unknown, Access.Unknown, CourseMode.Unknown, Credential.Unknown, Tutor.Unknown), (course.Price, course.Access, course.Mode, course.Credential, course.Tutor));
        Assert.Empty(course.Instances);
    }

    [Theory]
    [InlineData("Excel &amp; Word", "Excel & Word")]
    [InlineData("  Двa\n рядки\u0000 ", "Двa рядки")]
    [InlineData("КІБЕРБЕЗПЕКА", "КІБЕРБЕЗПЕКА")]
    [InlineData("Краі\u0308на", "Країна")]
    [InlineData("{mlang en}Cloud{mlang}{mlang uk}Хмара{mlang}", "Хмара")]
    public void The_title_is_one_clean_line(string title, string expected) => Assert.Equal(expected, Normalise(Listing with { Title = title }).Title);

    [Theory]
    [InlineData("7", " ", "https://example.ua/7", "title")]
    [InlineData("7", "<p></p>", "https://example.ua/7", "title")]
    [InlineData("", "Курс", "https://example.ua/7", "identifier")]
    [InlineData("7", "Курс", "/course/7", "absolute")]
    [InlineData("7", "Курс", "javascript:alert(1)", "absolute")]
    [InlineData("7", "Курс", "ftp://example.ua/7", "absolute")]
    [InlineData("7", "Курс", "https://user:secret@example.ua/7", "absolute")]
    [InlineData("7", "Курс", "", "absolute")]
    public void What_is_no_course_is_refused_with_a_reason(string id, string title, string url, string told)
    {
        var (course, refusal) = new CourseNormaliser().Normalise(new RawListing { Id = id, Title = title, Url = url }, Source);

        Assert.Null(course);
        Assert.Contains(told, refusal!.Reason, StringComparison.Ordinal);
        Assert.Equal(url, refusal.Address);
    }

    [Fact]
    public void The_summary_is_text_and_a_description_that_says_no_more_is_left_out()
    {
        var course = Normalise(Listing with { Summary = "<p>Перший.</p><p>Другий &laquo;абзац&raquo;.</p>", Description = "<div><b>Перший.</b> Другий «абзац».</div>" });

        Assert.Equal("Перший.\nДругий «абзац».", course.Summary);
        Assert.Equal("", course.Description);
    }

    [Fact]
    public void Without_a_summary_the_description_serves() =>
        Assert.Equal(("Увесь опис.", ""), Texts(Normalise(Listing with { Description = "<p>Увесь <i>опис</i>.</p>" })));

    [Fact]
    public void A_longer_description_is_kept_as_safe_HTML() =>
        Assert.Equal(
            ("Коротко.", "<p>Коротко.</p><p>А далі <a href=\"https://example.ua/more\" rel=\"nofollow noopener\">більше</a>.</p>"),
            Texts(Normalise(Listing with { Summary = "Коротко.", Description = "<p onclick=\"x()\">Коротко.</p><script>x()</script><p>А далі <a href=\"/more\">більше</a>.</p>" })));

    [Fact]
    public void Contacts_are_masked_everywhere()
    {
        var course = Normalise(Listing with
        {
            Summary = "Пишіть на a@b.ua", Description = "<p>Довше. <a href=\"mailto:a@b.ua\">a@b.ua</a> або 050 123 45 67</p>", TutorNote = "Ірина, +380 50 123 45 67",
        });

        Assert.Equal("Пишіть на [e-mail]", course.Summary);
        Assert.Equal("<p>Довше. [e-mail] або [телефон]</p>", course.Description);
        Assert.Equal("Ірина, [телефон]", course.TutorNote);
    }

    [Fact]
    public void Texts_are_bounded()
    {
        var course = Normalise(Listing with { Title = new string('a', 600), Summary = new string('б', 30_000), Description = "<p>" + string.Concat(Enumerable.Repeat("слово <b>два</b> ", 20_000)) + "</p>" });

        Assert.Equal((500, 20_000), (course.Title.Length, course.Summary.Length));
        Assert.InRange(course.Description.Length, 90_000, 100_100);
    }

    [Fact]
    public void The_stated_language_goes_before_the_guess_and_the_guess_before_the_source()
    {
        const string english = "An introduction to online safety for older adults and families";

        Assert.Equal("pl", Normalise(Listing with { Language = "pl", Summary = english }).Language);
        Assert.Equal("en", Normalise(Listing with { Title = "Online safety", Summary = english }).Language);
        Assert.Equal("uk", Normalise(Listing with { Title = "SQL" }).Language);
    }

    [Fact]
    public void Authors_are_kept_only_where_the_source_says_so()
    {
        var raw = Listing with { Authors = ["Олена Коваль", " ", "олена коваль"] };

        Assert.Empty(Normalise(raw).Authors);
        Assert.Equal(["Олена Коваль"], new CourseNormaliser().Normalise(raw, Source with { KeepAuthors = true }).Course!.Authors);
    }

    [Fact]
    public void Lists_are_clean_and_without_repetitions()
    {
        var course = Normalise(Listing with { Keywords = ["#Безпека", "безпека", "", "R&amp;D"], Subjects = ["ІТ", "Бази даних", "ІТ"] });

        Assert.Equal(["Безпека", "R&D"], course.Keywords);
        Assert.Equal(["ІТ", "Бази даних"], course.Subjects);
    }

    [Fact]
    public void Addresses_that_are_none_are_dropped()
    {
        var course = Normalise(Listing with { Image = "data:image/gif;base64,R0lG", Licence = "CC BY 4.0" });

        Assert.Null(course.Image);
        Assert.Equal("CC BY 4.0", course.Licence);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", Normalise(Listing with { Licence = "https://creativecommons.org/licenses/by/4.0/" }).Licence);
    }

    [Fact]
    public void Runs_without_a_readable_date_are_none()
    {
        var course = Normalise(Listing with { Instances = [new("скоро"), new("2026-12-01", "01.02.2027"), new("2026-11-01")] });

        Assert.Equal([11, 12], course.Instances.Select(instance => instance.Start!.Value.Month));
        Assert.Equal(2027, course.Instances[1].End!.Value.Year);
    }

    [Fact]
    public void Prices_need_a_currency() =>
        Assert.Equal([new PriceTag(590, "UAH")], Normalise(Listing with { Prices = [new(590, "грн"), new(5, "бонусів"), new(-1, "UAH")] }).Prices);

    [Fact]
    public void The_same_listing_gives_the_same_course()
    {
        var raw = Listing with { Summary = "<p>Текст</p>", Instances = [new("2026-12-01")], Keywords = ["а", "б"], Duration = "4 тижні" };

        Assert.Equal(CourseHash.Of(Normalise(raw)), CourseHash.Of(Normalise(raw with { Summary = "<p>Текст </p>" })));
    }

    private static (string, string) Texts(Course course) => (course.Summary, course.Description);

    private static Course Normalise(RawListing raw) => new CourseNormaliser().Normalise(raw, Source).Course!;
}
