using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Duplicates.Judging;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Tests.Duplicates;

public sealed class ThinListingTests
{
    private const string Text = "Складаємо каталог рукописів, описуємо печатки й водяні знаки, знімаємо аркуші без спалаху. Наприкінці кожен слухач передає музеєві власний опис однієї книги.";
    private static readonly CoursePrinter Printer = new(Shelves.Analysis);
    private static readonly Course Full = Shelves.Course("alpha.1", "Рукописна книга", Text) with { Authors = ["Марта Залізняк"] };

    [Theory]
    [InlineData("Рукописна книга", "Марта Залізняк", true)]
    [InlineData("Рукописна книга: курс Марти Залізняк", "Залізняк М. О.", true)]
    [InlineData("Вступ до рукописної книги", "Залізняк Марта", true)]
    [InlineData("Рукописна книга", "Марта Вербова", false)]
    [InlineData("Рукописна книга", "Залізняк Павло", false)]
    [InlineData("Рукописна книга: реставрація шкіри", "Марта Залізняк", false)]
    public void A_card_of_one_line_joins_by_title_and_teacher(string title, string teacher, bool joins) =>
        Assert.Equal(joins, Joins(Full, Shelves.Course("beta.1", title, "Знайомство зі старими фондами.") with { Authors = [teacher] }));

    [Fact]
    public void A_teacher_may_stand_in_the_text_alone() =>
        Assert.True(Joins(Full, Shelves.Course("beta.1", "Рукописна книга", "Веде Марта Залізняк, запис вільний.")));

    [Fact]
    public void A_year_that_one_title_states_is_the_other_ones_year_of_start()
    {
        var one = Shelves.Course("alpha.1", "Рукописна книга 2026", Text);
        Assert.True(Joins(one, Shelves.Course("beta.1", "Рукописна книга", Text) with { Instances = [new CourseInstance(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero))] }));
        Assert.False(Joins(one, Shelves.Course("beta.1", "Рукописна книга", Text) with { Instances = [new CourseInstance(new DateTimeOffset(2025, 3, 2, 0, 0, 0, TimeSpan.Zero))] }));
    }

    [Theory]
    [InlineData("Figma для музею", "Фігма для музею")]
    [InlineData("Щеплення: курс для медичних сестер", "Щеплення — курс для медсестер")]
    [InlineData("FinOps у музеї", "Fin Ops у музеї")]
    [InlineData("Bookkeeping for a Small Café", "Bookkeeping for a small cafe")]
    [InlineData("Мова рівня A1", "Мова рівня А1")]
    public void Spellings_of_one_title_are_known_as_one(string one, string other) =>
        Assert.True(Joins(Shelves.Course("alpha.1", one, Text), Shelves.Course("beta.1", other, Text)));

    [Fact]
    public void What_a_post_quotes_counts_where_it_speaks_of_no_neighbour()
    {
        var course = Shelves.Course("alpha.1", "Рукописна книга", Text, publisher: "Школа «Калина»");
        const string Post = "Школа «Калина» відкрила курс «Рукописна книга».";

        Assert.True(Joins(course, Shelves.Course("lib.1", "Читачам", Post + " Після проходження чекаємо на вас у читальні.")));
        Assert.False(Joins(course, Shelves.Course("lib.1", "Читачам", "Школа «Калина» має новий курс. Перед початком пройдіть «Рукописна книга».")));
    }

    [Fact]
    public void Starts_that_only_a_parameter_tells_apart_are_runs() =>
        Assert.True(Joins(
            Shelves.Course("alpha.1", "Рукописна книга", Text, "https://alpha.example/learn/knyha?session=2025-09"),
            Shelves.Course("alpha.2", "Рукописна книга", Text, "https://alpha.example/learn/knyha?session=2025-11")));

    [Theory]
    [InlineData("Рукописна книга (весняний потік)", "https://alpha.example/learn/knyha?stream=vesna", true)]
    [InlineData("Рукописна книга: осінь", "https://alpha.example/learn/knyha-osin", true)]
    [InlineData("Рукописна книга: осінь", "https://alpha.example/learn/palitury", false)]
    [InlineData("Рукописна книга: палітури", "https://alpha.example/learn/knyha-osin", false)]
    public void A_season_makes_no_other_course_of_a_run(string title, string address, bool joins) =>
        Assert.Equal(joins, Joins(Shelves.Course("alpha.1", "Рукописна книга", Text, "https://alpha.example/learn/knyha"), Shelves.Course("alpha.2", title, Text, address)));

    private static bool Joins(Course one, Course other) => PairRule.Judge(Printer.Print(one), Printer.Print(other)) is not null;
}
