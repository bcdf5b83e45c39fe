using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates;
using DcCourseIndex.Crawler.Duplicates.Judging;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Tests.Duplicates;

public sealed class NamingTests
{
    private const string Text = "How soil organisms, organic matter and tillage interact; design a rotation for a farm in five weeks. Field videos from three research stations.";
    private static readonly CoursePrinter Printer = new(Shelves.Analysis);

    private static readonly Course English = Shelves.Course("lane.1", "Soil Health and Farming", Text, "https://fieldlane.example/learn/soil-health", "Wendover University") with
    {
        Language = "en",
        Provider = "FieldLane",
        Authors = ["Helen Forsell"],
        Duration = "P5W",
    };

    private static readonly Course Post = Shelves.Course("lib.1", "Здоров'я ґрунту: курс Wendover для агрономів",
        "Радимо п'ятитижневий курс Гелен Форселль на FieldLane: органічна речовина, обробіток ґрунту, сівозміна для ферми.") with { Provider = "Бібліотека аграрія" };

    [Fact]
    public void A_post_in_another_language_finds_the_course_whose_portal_teacher_and_subject_it_names()
    {
        Assert.True(Joins(English, Post));
        Assert.True(AreCompared(English, Post));
    }

    [Fact]
    public void What_names_another_portal_and_another_teacher_is_another_course() =>
        Assert.False(Joins(English, Post with { Title = "Здоров'я ґрунту: курс для агрономів", Summary = "Радимо курс Павла Лісового на порталі «Нива»: органічна речовина, обробіток ґрунту." }));

    [Theory]
    [InlineData("Подробиці: alpha.example/c/1.")]
    [InlineData("Подробиці (www.alpha.example/c/1)")]
    [InlineData("Подробиці [alpha.example/c/1], реєстрація відкрита")]
    [InlineData("Подробиці: https://alpha.example/c/1…")]
    public void A_bare_address_in_a_text_is_a_link(string text) =>
        Assert.Equal(LinkKind.Announced, Judge(Shelves.Course("alpha.1", "Рукописна книга"), Shelves.Course("lib.1", "Читачам про новий курс", text))?.Kind);

    [Fact]
    public void A_host_in_Ukrainian_letters_and_in_Latin_code_is_one() =>
        Assert.Equal(LinkKind.Announced, Judge(Shelves.Course("alpha.1", "Рукописна книга", url: "https://книга.укр/kurs/1a"), Shelves.Course("lib.1", "Читачам", "Адреса: xn--80afohp.xn--j1amh/kurs/1a"))?.Kind);

    [Fact]
    public void A_portal_s_front_page_names_the_portal_and_no_course() =>
        Assert.Null(Judge(Shelves.Course("alpha.1", "Рукописна книга"), Shelves.Course("lib.1", "Читачам про навчання", "Усе на alpha.example, заходьте.")));

    [Theory]
    [InlineData("Рукописна книга", "Рукописна книга (осінь 2025)", true)]
    [InlineData("Рукописна книга", "Рукописна книга [архів, 1T2024]", true)]
    [InlineData("Рукописна книга", "Рукописна книга — зимовий потік", true)]
    [InlineData("Рукописна книга 2024", "Рукописна книга (осінь 2025)", false)]
    [InlineData("Рукописна книга", "Рукописна книга, частина 2 (осінь 2025)", false)]
    public void Runs_of_one_text_on_one_portal_are_one_course(string one, string other, bool joins)
    {
        const string Long = "Складаємо каталог рукописів, описуємо печатки й водяні знаки, знімаємо аркуші без спалаху. Наприкінці кожен слухач передає музеєві власний опис однієї книги.";

        Assert.Equal(joins, Joins(Shelves.Course("alpha.1", one, Long), Shelves.Course("alpha.2", other, Long)));
    }

    [Theory]
    [InlineData("Шеститижневий курс", "6 weeks")]
    [InlineData("Двадцять чотири уроки", "24 lessons")]
    [InlineData("за вісім тижнів", "8 тижнів")]
    [InlineData("30 годин", "30 hours")]
    public void Lengths_are_read_from_figures_and_from_words(string one, string other) =>
        Assert.Equal((1, 0, 0), Facts.Compare(Facts.Of(Shelves.Course("a.1", "Книга"), one), Facts.Of(Shelves.Course("b.1", "Book"), other)));

    [Fact]
    public void Other_lengths_speak_against() => Assert.Equal((0, 1, 0), Facts.Compare(Facts.Of(Shelves.Course("a.1", "Книга"), "6 тижнів"), Facts.Of(Shelves.Course("b.1", "Book"), "8 weeks")));

    [Fact]
    public void A_post_is_on_the_course_of_a_portal_that_fits_best_and_on_no_other()
    {
        var sibling = English with { Id = "lane.2", SourceId = "2", Title = "Soil Physics and Water", Url = "https://fieldlane.example/learn/soil-physics", Summary = "How water moves through soils, with Helen Forsell. Field videos from three research stations." };

        var cluster = Assert.Single(DuplicateRule.Clusters([English, sibling, Post], Shelves.Analysis));
        Assert.Equal(["lane.1", "lib.1"], cluster.Order());
    }

    [Fact]
    public void Two_posts_on_one_course_need_not_be_like_each_other()
    {
        var card = Shelves.Course("cards.1", "Soil Health and Farming (Wendover)", "FieldLane, 5 weeks.") with { Language = "en", Provider = "Cards" };

        Assert.Equal(["cards.1", "lane.1", "lib.1"], Assert.Single(DuplicateRule.Clusters([card, English, Post], Shelves.Analysis)).Order());
    }

    [Fact]
    public void A_portal_among_the_teachers_is_no_teacher() =>
        Assert.Empty(Printer.Print(Shelves.Course("a.1", "Книга") with { Authors = ["CourseLane", "Школа «Калина»"] }).Authors);

    private static bool AreCompared(Course one, Course other) => DuplicateRule.Candidates([Printer.Print(one), Printer.Print(other)]).Any();

    private static bool Joins(Course one, Course other) => Judge(one, other) is not null;

    private static DuplicateLink? Judge(Course one, Course other) => PairRule.Judge(Printer.Print(one), Printer.Print(other));
}
