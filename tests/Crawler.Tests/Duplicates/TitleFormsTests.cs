using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Duplicates;
using DcCourseIndex.Crawler.Duplicates.Judging;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Tests.Duplicates;

public sealed class TitleFormsTests
{
    private const string Text = "Пошук у мережі, перевірка джерел, збереження закладок та робота зі спільними теками. Наприкінці слухачі готують власну добірку ресурсів для колег.";
    private static readonly CoursePrinter Printer = new(Shelves.Analysis);

    [Theory]
    [InlineData("Мова тіла собаки", "Безкоштовний курс: «Мова тіла собки»")]
    [InlineData("E-Waste: From Drawer to Smelter", "Ewaste - from drawer to smelter (Алфея)")]
    [InlineData("Автограмота онлайн", "«Автограмота онлайн»: освітній серіал Алфея.Освіта")]
    [InlineData("Цифровий архів", "Цифровий архів (30 годин)")]
    [InlineData("Цифровий архів", "ЦИФРОВИЙ АРХІВ – онлайн-курс, 1 кредит ЄКТС")]
    [InlineData("Цифровий архів громади", "Цифровий архів громади. Дистанційний курс")]
    [InlineData("Цифровий архів громади", "Цифровий архів громади (e-course)")]
    [InlineData("Цифровий архів за п’ять вечорів", "Цифровий архів за 5 вечорів")]
    [InlineData("Introduction to Marine Navigation", "NAV1x Introduction to Marine Navigation")]
    public void One_course_keeps_its_name_in_other_forms(string one, string other)
    {
        var alpha = Shelves.Course("alpha.1", one, Text, publisher: "Школа «Калина»") with { Provider = "Алфея.Освіта" };
        var beta = Shelves.Course("beta.1", other, Text[..80]) with { Provider = "Полиця" };

        Assert.Single(DuplicateRule.Clusters([alpha, beta], Shelves.Analysis));
    }

    [Theory]
    [InlineData("Мікроекономіка", "Макроекономіка")]
    [InlineData("Тести з історії", "Тексти з історії")]
    [InlineData("Цифровий архів (30 годин)", "Цифровий архів (72 години)")]
    [InlineData("Цифровий архів за п’ять вечорів", "Цифровий архів за 7 вечорів")]
    [InlineData("NAV1x Introduction to Marine Navigation", "NAV2x Introduction to Marine Navigation")]
    public void Names_that_only_look_alike_stay_apart(string one, string other) =>
        Assert.Null(Judge(Shelves.Course("alpha.1", one, Text, publisher: "Школа «Калина»"), Shelves.Course("beta.1", other, Text, publisher: "Школа «Калина»")));

    [Theory]
    [InlineData("п'ять", "5")]
    [InlineData("шістдесяти", "60")]
    [InlineData("трьома", "3")]
    [InlineData("twelve", "12")]
    [InlineData("п'ятниця", null)]
    [InlineData("трикутник", null)]
    [InlineData("семінар", null)]
    public void A_number_in_words_is_a_figure_and_no_other_word_is(string word, string? figure) => Assert.Equal(figure, NumberWords.Figure(word));

    [Theory]
    [InlineData("Прикарпатський університет", "ПНУ ім. В. Стефаника", true)]
    [InlineData("PragueX", "Charles University", true)]
    [InlineData("Харківський університет", "Одеський університет", false)]
    [InlineData("Прикарпатський університет", "Школа «Калина»", false)]
    public void A_name_that_says_little_proves_no_other_institution(string one, string other, bool mayBe) =>
        Assert.Equal(mayBe, Organisation.MayBeSame(Organisation.Of(one, Shelves.Analysis)!, Organisation.Of(other, Shelves.Analysis)!));

    [Fact]
    public void A_teacher_is_known_in_both_alphabets()
    {
        var one = Shelves.Course("alpha.1", "Композитні матеріали", Text, publisher: "НТУ «ХПІ»") with { Authors = ["Кравцов О. Д."] };
        var other = Shelves.Course("beta.1", "Композитні матеріали", "Пошук у мережі та перевірка джерел.", publisher: "National Technical University \"Kharkiv Polytechnic Institute\"") with { Authors = ["Kravtsov O."] };

        Assert.NotNull(Judge(one, other));
        Assert.Null(Judge(one, other with { Authors = ["Лисенко О."] }));
    }

    [Fact]
    public void The_key_of_a_platform_joins_a_translated_title_and_one_that_only_states_it()
    {
        var course = Shelves.Course("alpha.1", "Київ як текст: екскурсії", Text, "https://alpha.example/course/course-v1:KAL+KYIV1+2025_T3");

        Assert.Equal(LinkKind.Key, Judge(course, Shelves.Course("beta.1", "Kyiv as Text", "", "https://lms.example/courses/course-v1:KAL+KYIV1+2025_T3/about"))!.Kind);
        Assert.Equal(LinkKind.Key, Judge(course, Shelves.Course("alpha.2", "Київ як текст", "Ключ курсу course-v1:KAL+KYIV1+2025_T3"))!.Kind);
        Assert.Null(Judge(course, Shelves.Course("alpha.2", "Київ як текст: продовження", "Перед цим курсом пройдіть course-v1:KAL+KYIV1+2025_T3")));
    }

    [Fact]
    public void A_post_that_also_leads_to_its_own_pages_joins_the_course()
    {
        var course = Shelves.Course("alpha.1", "Цифровий архів", Text, "https://alpha.example/courses/arkhiv");

        Assert.Equal(LinkKind.Announced, Judge(course, Shelves.Course("lib.5", "Читачам", "Новий курс: https://alpha.example/courses/arkhiv?promo=lib. Розклад зали: https://lib.example/zala/rozklad"))!.Kind);
    }

    private static Catalog.Ledger.DuplicateLink? Judge(Course one, Course other) => PairRule.Judge(Printer.Print(one), Printer.Print(other));
}
