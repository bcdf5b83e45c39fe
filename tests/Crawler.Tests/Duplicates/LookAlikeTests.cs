using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Duplicates.Judging;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Tests.Duplicates;

public sealed class LookAlikeTests
{
    private const string Text = "Складаємо каталог рукописів, описуємо печатки й водяні знаки, знімаємо аркуші без спалаху. Наприкінці кожен слухач передає музеєві власний опис однієї книги.";
    private static readonly CoursePrinter Printer = new(Shelves.Analysis);
    private static readonly Course Book = Shelves.Course("alpha.1", "Рукописна книга нашого краю", Text, publisher: "Школа «Калина»");
    private static readonly Course Copy = Book with { Id = "beta.1", Source = "beta", Url = "https://beta.example/1" };

    [Theory]
    [InlineData("2026-05-04", "2026-05-08", true)]
    [InlineData("2026-05-04", "2025-05-05", false)]
    [InlineData("2026-05-04", "2026-09-07", false)]
    public void Two_portals_runs_with_first_and_last_day_are_one_course_only_where_they_begin_together(string one, string other, bool joins) =>
        Assert.Equal(joins, Joins(Book with { Instances = [Run(one)] }, Copy with { Instances = [Run(other)] }));

    [Fact]
    public void A_course_without_a_last_day_may_begin_whenever_it_likes() =>
        Assert.True(Joins(Book with { Instances = [Run("2026-05-04")] }, Copy with { Instances = [Run("2025-05-05") with { End = null }] }));

    [Theory]
    [InlineData("Рукописна книга нашого краю", "Курс «Рукописна книга нашого краю», старт 10 березня", true)]
    [InlineData("Рукописна книга нашого краю", "Рукописна книга нашого краю (з 4 до 29 травня 2026 року)", true)]
    [InlineData("Рукописна книга нашого краю", "Рукописна книга нашого краю, 10 уроків", false)]
    [InlineData("Середньовічна книга нашого краю", "Книга нашого краю: середньовічна рукописна", true)]
    [InlineData("Рукописна книга нашого краю", "Рукописна книга нашого краю: середній рівень", false)]
    public void A_day_of_start_is_no_number_of_a_part_and_the_middle_ages_are_no_level(string one, string other, bool joins) =>
        Assert.Equal(joins, !LookAlike.Contradict(Printer.Print(Book with { Title = one }), Printer.Print(Copy with { Title = other })));

    [Fact]
    public void A_verb_before_a_teacher_s_initials_is_no_teacher()
    {
        var card = Copy with { Publisher = null, Summary = "Печатки й водяні знаки. Викладає М. Залізняк, десять занять." };

        Assert.False(LookAlike.Contradict(Printer.Print(Book with { Authors = ["Марта Залізняк"] }), Printer.Print(card)));
        Assert.True(Makers.SamePerson(Printer.Print(Book with { Authors = ["Марта Залізняк"] }), Printer.Print(card)));
        Assert.True(LookAlike.Contradict(Printer.Print(Book with { Authors = ["Павло Лісовий"] }), Printer.Print(card)));
    }

    [Fact]
    public void A_title_in_English_and_one_in_Ukrainian_do_not_differ_in_whom_they_are_for() =>
        Assert.False(LookAlike.OfAnotherPart(Printer.Print(Book with { Title = "Writing for Museums: Labels People Read" }), Printer.Print(Copy with { Title = "Курс для музейників" })));

    [Fact]
    public void A_library_that_names_the_portal_claims_no_course_of_its_own()
    {
        var course = Book with { Provider = "Нива знань" };
        var post = Copy with { Publisher = "Хмельницька обласна бібліотека", Summary = "На порталі «Нива знань» відкрито курс про печатки й водяні знаки." };

        Assert.False(LookAlike.OfOtherInstitutions(Printer.Print(course), Printer.Print(post)));
        Assert.True(LookAlike.OfOtherInstitutions(Printer.Print(course), Printer.Print(post with { Summary = "Зустрічаємося щосереди в читальній залі." })));
        Assert.True(LookAlike.OfOtherInstitutions(Printer.Print(course), Printer.Print(post with { Publisher = "Одеський університет" })));
    }

    [Theory]
    [InlineData("Створено на основі дисципліни «Рукописна книга нашого краю» Школи «Калина».")]
    [InlineData("Перед курсом пройдіть «Рукописна книга нашого краю» Школи «Калина».")]
    public void What_names_a_course_as_the_one_before_it_is_another(string sentence) =>
        Assert.False(Joins(Book, Copy with { Title = "Книга краю своїми руками", Summary = Text + " " + sentence }));

    [Fact]
    public void Runs_below_the_address_of_a_course_may_shorten_its_text()
    {
        var run = Book with { Id = "alpha.2", SourceId = "2", Url = Book.Url + "/rukopysy/4", Summary = "Описуємо печатки й водяні знаки, знімаємо аркуші без спалаху; власний опис однієї книги для музею." };

        Assert.True(Joins(Book with { Url = Book.Url + "/rukopysy" }, run));
        Assert.False(Joins(Book with { Url = Book.Url + "/rukopysy" }, run with { Summary = "Палітурка, шкіра, тиснення, клей; зошити зшивають руками." }));
    }

    [Fact]
    public void A_portal_of_three_letters_is_named_in_any_spelling_of_its_own()
    {
        var (course, post) = (Printer.Print(Book with { Provider = "edX", Url = "https://www.edx-intl.example/c/1" }), Printer.Print(Copy with { Summary = "На edX новий курс про печатки." }));

        Assert.True(Told.Portal(course.Naming, post.Naming));
        Assert.False(Told.Portal(course.Naming, Printer.Print(Copy with { Summary = "Новий курс про печатки." }).Naming));
    }

    private static CourseInstance Run(string start)
    {
        var day = DateTimeOffset.Parse(start + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        return new CourseInstance(day, day.AddDays(25));
    }

    private static bool Joins(Course one, Course other) => PairRule.Judge(Printer.Print(one), Printer.Print(other)) is not null;
}
