using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Duplicates.Judging;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Tests.Duplicates;

public sealed class PairRuleTests
{
    private const string Text = "Пошук у мережі, перевірка джерел, збереження закладок та робота зі спільними теками. Наприкінці слухачі готують власну добірку ресурсів для колег.";
    private static readonly CoursePrinter Printer = new(Shelves.Analysis);

    [Theory]
    [InlineData("Цифровий архів 2025", "Цифровий архів 2026")]
    [InlineData("Цифровий архів. Частина 1", "Цифровий архів. Частина 2")]
    [InlineData("Цифровий архів. Частина І", "Цифровий архів. Частина ІІ")]
    [InlineData("Англійська мова A1", "Англійська мова А2")]
    [InlineData("Цифровий архів: базовий рівень", "Цифровий архів: поглиблений рівень")]
    [InlineData("Цифровий архів для вчителів", "Цифровий архів для бібліотекарів")]
    [InlineData("Цифровий архів", "Цифровий архів: підсумковий тест")]
    [InlineData("Робота в Word", "Робота в Excel")]
    [InlineData("Цифровий архів", "Цифровий архів 2.0")]
    public void Look_alikes_with_equal_texts_are_two_courses(string one, string other) =>
        Assert.Null(Judge(Shelves.Course("alpha.1", one, Text, publisher: "Школа «Калина»"), Shelves.Course("beta.1", other, Text, publisher: "Школа «Калина»")));

    [Fact]
    public void The_title_alone_never_joins()
    {
        Assert.Null(Judge(Shelves.Course("alpha.1", "Інформаційна культура студента", "Каталоги та бібліографічний опис."), Shelves.Course("beta.1", "Інформаційна культура студента", "Електронна пошта й етикет розмов.")));
        Assert.Null(Judge(Shelves.Course("alpha.1", "Вища математика"), Shelves.Course("beta.1", "Вища математика")));
    }

    [Fact]
    public void Another_institution_teacher_or_language_is_another_course()
    {
        var one = Shelves.Course("alpha.1", "Вища математика", Text, publisher: "Харківський університет") with { Authors = ["Олена Гай"] };
        Assert.Null(Judge(one, Shelves.Course("beta.1", "Вища математика", Text, publisher: "Одеський університет")));
        Assert.Null(Judge(one with { Publisher = null }, Shelves.Course("beta.1", "Вища математика", Text) with { Authors = ["Петро Лісовий"] }));
        Assert.Null(Judge(one, Shelves.Course("beta.1", "Вища математика", "Limits, derivatives and series with worked problems for the first year of engineering studies.") with { Language = "en" }));
        Assert.NotNull(Judge(one, Shelves.Course("beta.1", "Вища математика", Text, publisher: "Харківський університет") with { Authors = ["Гай О. В."] }));
    }

    [Fact]
    public void Within_one_source_equal_texts_join_nothing_but_address_key_or_runs()
    {
        Assert.Null(Judge(Shelves.Course("alpha.1", "Цифровий архів", Text), Shelves.Course("alpha.2", "Цифровий архів", Text)));
        Assert.Equal(LinkKind.Key, Judge(
            Shelves.Course("alpha.1", "Цифровий архів", Text, "https://lms.example/courses/course-v1:KAL+ARC1+2024_T1/about"),
            Shelves.Course("alpha.2", "Цифровий архів", Text, "https://lms.example/courses/course-v1:KAL+ARC1+2025_T1/about"))!.Kind);
        Assert.Equal(LinkKind.Key, Judge(
            Shelves.Course("alpha.1", "Цифровий архів", Text, "https://lms.example/courses/KAL/ARC1/2015_T1/about"),
            Shelves.Course("beta.2", "Цифровий архів", Text, "https://old.example/courses/course-v1:KAL+ARC1+2025_T1/about"))!.Kind);
        Assert.Equal(LinkKind.Key, Judge(
            Shelves.Course("alpha.1", "Цифровий архів", Text, "https://alpha.example/courses/arkhiv/5"),
            Shelves.Course("alpha.2", "Цифровий архів", Text, "https://alpha.example/courses/arkhiv/6"))!.Kind);
    }

    [Fact]
    public void A_post_joins_the_one_course_that_it_links_and_no_course_of_a_list()
    {
        var course = Shelves.Course("alpha.1", "Цифровий архів", Text, "https://alpha.example/courses/arkhiv");
        var post = Shelves.Course("lib.5", "Читачам: вчимося берегти спадщину", "Новий курс: https://www.alpha.example/courses/arkhiv/?utm_source=lib");

        Assert.Equal(LinkKind.Announced, Judge(course, post)!.Kind);
        Assert.Null(Judge(course, post with { Summary = post.Summary + " та https://alpha.example/courses/inshyi" }));
        Assert.Null(Judge(course, post with { Summary = "Перед курсом пройдіть https://alpha.example/courses/arkhiv" }));
    }

    [Theory]
    [InlineData("https://www.alpha.example:443/uk/courses/arkhiv/?utm_source=x&fbclid=1#top", "http://alpha.example/courses/arkhiv")]
    [InlineData("https://alpha.example/index.php/kurs-arkhiv/", "https://ALPHA.example/kurs-arkhiv")]
    [InlineData("https://alpha.example/course/view.php?lang=en&id=7", "https://alpha.example/course/view.php?id=7")]
    [InlineData("https://alpha.example/course/arkhiv/?couponCode=SPRING26&ref=oer", "https://alpha.example/course/arkhiv")]
    [InlineData("https://alpha.example/course/arkhiv?promo=library", "https://m.alpha.example/Course/Arkhiv.html")]
    [InlineData("https://uk.alpha.example/learn/arkhiv", "https://alpha.example/en/learn/arkhiv")]
    [InlineData("https://alpha.example/#/courses/12", "https://alpha.example/courses/12")]
    [InlineData("https://alpha.example/courses/arkhiv/about", "https://alpha.example/courses/arkhiv;jsessionid=1A2B")]
    [InlineData("https://youtu.be/abcdefghijk?si=x", "https://www.youtube.com/watch?list=PL0&v=abcdefghijk&t=30s")]
    public void Addresses_that_lead_to_one_page_are_equal(string one, string other) =>
        Assert.Equal(CanonicalAddress.Of(one)!.Text, CanonicalAddress.Of(other)!.Text);

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijL")]
    [InlineData("https://www.youtube.com/playlist?list=PL0123456789", "https://www.youtube.com/playlist?list=PL9876543210")]
    [InlineData("https://alpha.example/course/view.php?id=7", "https://alpha.example/course/view.php?id=8")]
    [InlineData("https://alpha.example/#/courses/12", "https://alpha.example/#/courses/13")]
    public void Addresses_of_two_pages_differ(string one, string other) =>
        Assert.NotEqual(CanonicalAddress.Of(one)!.Text, CanonicalAddress.Of(other)!.Text);

    [Theory]
    [InlineData("https://alpha.example/")]
    [InlineData("https://alpha.example/uk/courses/")]
    [InlineData("mailto:a@alpha.example")]
    public void A_front_page_or_a_list_tells_no_course_from_another(string address) => Assert.Null(CanonicalAddress.Of(address));

    [Theory]
    [InlineData("КПІ ім. Ігоря Сікорського", "Національний технічний університет України «Київський політехнічний інститут»", true)]
    [InlineData("НТУ «ХПІ»", "NTU \"KhPI\"", true)]
    [InlineData("УжНУ", "Ужгородський національний університет", true)]
    [InlineData("Мінцифри", "Міністерство цифрової трансформації України", true)]
    [InlineData("UNICEF", "ЮНІСЕФ", true)]
    [InlineData("Мінагрополітики", "Міністерство аграрної політики та продовольства України", true)]
    [InlineData("НаУКМА", "Києво-Могилянська академія", true)]
    [InlineData("КНУ імені Тараса Шевченка", "Taras Shevchenko National University of Kyiv", true)]
    [InlineData("Держспецзв'язку", "Державна служба спеціального зв'язку та захисту інформації України", true)]
    [InlineData("НаУКМА", "Національний авіаційний університет", false)]
    [InlineData("Мінагрополітики", "Міністерство освіти і науки України", false)]
    [InlineData("НТУ «ХПІ»", "НТУ «Дніпровська політехніка»", false)]
    [InlineData("Харківський національний університет", "Харківський коледж зв'язку", false)]
    [InlineData("ЛНУ", "ЗНУ", false)]
    [InlineData("Академія", "Академія наук", false)]
    [InlineData("NULES of Ukraine", "National University of Life and Environmental Sciences of Ukraine", true)]
    [InlineData("Вчи.Онлайн", "Академія вчителя", false)]
    public void Names_of_one_organisation_are_known_as_one(string one, string other, bool same) =>
        Assert.Equal(same, Organisation.Same(Organisation.Of(one, Shelves.Analysis)!, Organisation.Of(other, Shelves.Analysis)!));

    private static Catalog.Ledger.DuplicateLink? Judge(Course one, Course other)
    {
        var link = PairRule.Judge(Printer.Print(one), Printer.Print(other));
        Assert.Equal(link, PairRule.Judge(Printer.Print(other), Printer.Print(one)));
        return link;
    }
}
