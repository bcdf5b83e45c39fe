using DcCourseIndex.Crawler.Platforms.WordPress;

namespace DcCourseIndex.Crawler.Tests.Platforms.WordPress;

public sealed class CourseAnnouncementTests
{
    [Theory]
    [InlineData("Запрошуємо на курс «Пошук в архівах»")]
    [InlineData("Новий онлайн-курс про авторське право")]
    [InlineData("Вебінари листопада")]
    [InlineData("Тренінг для сільських бібліотек")]
    [InlineData("Воркшоп із фактчекінгу: запис відкрито")]
    [InlineData("Літня школа бібліотекаря: набір триває")]
    [InlineData("Курс на платформі EdEra: медіаграмотність")]
    [InlineData("5 безкоштовних курсів з кібербезпеки")]
    [InlineData("Курси підвищення кваліфікації 2027")]
    [InlineData("Free webinar on open data")]
    public void A_title_that_names_something_to_learn_announces_it(string title) => Assert.True(CourseAnnouncement.Is(Post(title), allowed: false));

    [Theory]
    [InlineData("Конкурс читців")]
    [InlineData("Курс валют і підписка на журнали")]
    [InlineData("Курс гривні та ціни")]
    [InlineData("Курс на Європу: що змінюється")]
    [InlineData("Студенти 3 курсу відвідали читальну залу")]
    [InlineData("Для студентів ІІ курсу: нові підручники")]
    [InlineData("1-го курсу чекають картки")]
    [InlineData("Першокурсники та студентки другого курсу в бібліотеці")]
    [InlineData("Студенти п’ятого курсу на практиці")]
    [InlineData("Підсумки вебінару «Відкриті дані»")]
    [InlineData("Відбувся тренінг для вчителів")]
    [InlineData("Вітаємо випускників онлайн-курсу!")]
    [InlineData("Звіт: 7 курсів за рік")]
    [InlineData("Як обрати онлайн-курс")]
    [InlineData("Інструкція: реєстрація на курс")]
    [InlineData("Екскурсія містом")]
    [InlineData("Школа № 5 отримала книги")]
    [InlineData("Книжкова виставка")]
    public void Another_sense_or_a_look_back_announces_nothing(string title) => Assert.False(CourseAnnouncement.Is(Post(title), allowed: false));

    [Fact]
    public void A_category_that_names_learning_is_enough() =>
        Assert.True(CourseAnnouncement.Is(Post("Медіаграмотність для громад") with { Categories = ["Онлайн-курси"] }, allowed: false));

    [Fact]
    public void An_allowed_category_decides_but_for_a_look_back()
    {
        Assert.True(CourseAnnouncement.Is(Post("Медіаграмотність для громад"), allowed: true));
        Assert.False(CourseAnnouncement.Is(Post("Підсумки місяця"), allowed: true));
    }

    [Theory]
    [InlineData("<p>Реєстрація на курс: <a href='https://learn.example/courses/42'>тут</a></p>", true)]
    [InlineData("<p>Реєстрація на захід: <a href='https://learn.example/courses/42'>тут</a></p>", false)]
    [InlineData("<p>Реєстрація на курс у бібліотеці.</p>", false)]
    [InlineData("<p>Наш курс згадали у <a href='https://learn.example/courses/42'>огляді</a></p>", false)]
    public void A_text_must_link_a_course_page_and_speak_of_enrolling(string content, bool announces) =>
        Assert.Equal(announces, CourseAnnouncement.Is(Post("Новини партнерів") with { Content = content }, allowed: false));

    [Theory]
    [InlineData("<a href='https://learn.example/courses/42'>курс</a>", "https://learn.example/courses/42")]
    [InlineData("<a href='https://forms.example/abc'>форма</a> <a href='https://www.facebook.com/lib'>f</a>", "https://forms.example/abc")]
    [InlineData("<a href='https://forms.example/abc'>форма</a> <a href='https://learn.example/courses/42'>курс</a>", "https://learn.example/courses/42")]
    [InlineData("Пишіть: https://learn.example/courses/42.", "https://learn.example/courses/42")]
    [InlineData("<a href='https://learn.example/courses/42?utm=1'>a</a> <a href='https://learn.example/courses/42'>b</a>", "https://learn.example/courses/42?utm=1")]
    [InlineData("<a href='https://learn.example/courses/42'>a</a> <a href='https://learn.example/courses/43'>b</a>", null)]
    [InlineData("<a href='https://a.example/x'>a</a> <a href='https://b.example/y'>b</a>", null)]
    [InlineData("<a href='https://learn.example/'>платформа</a>", null)]
    [InlineData("<a href='https://learn.example/plan.pdf'>план</a>", null)]
    [InlineData("<a href='/courses/1'>наш</a> <a href='mailto:a@b.example'>лист</a> <a href='javascript:x'>x</a>", null)]
    public void The_announced_address_is_taken_where_it_is_clear(string content, string? link) =>
        Assert.Equal(link, AnnouncedLink.Find(Post("Курс") with { Content = content })?.AbsoluteUri);

    private static WordPressPost Post(string title) => new(1, title, new Uri("https://bibl.example/p-1/"));
}
