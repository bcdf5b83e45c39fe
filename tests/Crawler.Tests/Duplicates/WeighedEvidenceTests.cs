using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Duplicates.Judging;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Tests.Duplicates;

public sealed class WeighedEvidenceTests
{
    private const string Text = "Складаємо каталог рукописів, описуємо печатки й водяні знаки, знімаємо аркуші без спалаху. Наприкінці кожен слухач передає музеєві власний опис однієї книги.";
    private static readonly CoursePrinter Printer = new(Shelves.Analysis);
    private static readonly Course Full = Shelves.Course("alpha.1", "Рукописна книга нашого краю", Text, publisher: "Школа «Калина»") with { Authors = ["Марта Залізняк"] };

    [Fact]
    public void Every_kind_of_evidence_has_a_weight_and_none_speaks_against_its_sense() =>
        Assert.All(Enum.GetValues<Clue>(), kind => Assert.True(EvidenceWeights.Learnt.Table[kind] * (EvidenceWeights.SpeaksFor(kind) ? 1 : -1) >= 0, $"{kind}"));

    [Fact]
    public void A_join_says_what_spoke_for_it_the_strongest_first()
    {
        var copy = Link(Full, Full with { Id = "beta.1", Source = "beta", Url = "https://beta.example/1" })!.Value;
        Assert.Equal(LinkKind.Text, copy.Kind);
        Assert.StartsWith("maker, title, subject, teacher, text 1.00", copy.Detail, StringComparison.Ordinal);

        var card = Link(Full, Full with { Id = "beta.1", Source = "beta", Url = "https://beta.example/1", Summary = "" })!.Value;
        Assert.Equal(LinkKind.Title, card.Kind);
        Assert.StartsWith("maker, title, ", card.Detail, StringComparison.Ordinal);
        Assert.Equal(LinkKind.Named, Link(Full, Shelves.Course("lib.1", "Читачам", "Школа «Калина» відкрила курс «Рукописна книга нашого краю»: описуємо печатки."))!.Value.Kind);
    }

    [Fact]
    public void A_long_title_alone_joins_nothing_and_with_its_maker_it_does()
    {
        var card = Shelves.Course("beta.1", "Рукописна книга нашого краю", "Знайомство зі старими фондами.");

        Assert.Null(Link(Full with { Publisher = null }, card));
        Assert.NotNull(Link(Full, card with { Publisher = "Школа «Калина»" }));
    }

    [Fact]
    public void A_copy_of_title_and_text_joins_without_a_maker_and_the_text_of_a_series_does_not()
    {
        var bare = Full with { Publisher = null, Authors = [] };
        var copy = Shelves.Course("beta.1", "Рукописна книга нашого краю", Text[..120]);

        Assert.NotNull(Link(bare, copy));
        Assert.Null(Link(bare, copy with { Title = "Стародруки нашого музею" }));
    }

    [Fact]
    public void A_text_that_quotes_a_course_under_a_longer_title_of_its_own_is_not_that_course()
    {
        const string Post = "Сценарії занять до курсу «Рукописна книга нашого краю» від Школи «Калина», вправи для роботи в хабі.";

        Assert.Null(Link(Full, Shelves.Course("beta.1", "Рукописна книга нашого краю: порадник волонтера", Post)));
    }

    [Fact]
    public void A_teacher_whom_one_listing_alone_names_speaks_neither_way()
    {
        var other = Full with { Id = "beta.1", Source = "beta", Url = "https://beta.example/1" };

        Assert.NotNull(Link(Full, other with { Authors = [] }));
        Assert.Null(Link(Full, other with { Authors = ["Петро Лісовий"] }));
        Assert.NotNull(Link(Full, other with { Authors = [], Summary = Text + " Основи ПЗ. Навчаємо всіх охочих." }));
    }

    private static (LinkKind Kind, string Detail)? Link(Course one, Course other) =>
        PairRule.Judge(Printer.Print(one), Printer.Print(other)) is { } link ? (link.Kind, link.Detail) : null;
}
