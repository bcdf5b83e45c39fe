using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private QueryLedger Queries => new(Store);

    [Fact]
    public async Task What_is_asked_adds_up_by_text_and_the_last_finding_stands()
    {
        await Queries.AddAsync([Asked(Today.AddDays(-1), "безпека", 2) with { Nothing = 1, SlowestMs = 400, Slow = 1, Found = 3, Top = "a.1" }, Asked(Today, "excel", 1)], default);
        await Queries.AddAsync([Asked(Today, "безпека", 1) with { Unsure = 1, SlowestMs = 20, Found = 5, Top = "a.2" }], default);
        await Queries.AddAsync([Asked(Today, "безпека", 4) with { SlowestMs = 30, Found = 6, Top = "a.3" }], default);
        Restart();

        var listed = await Queries.ListAsync(QueryOrder.Top, Today.AddDays(-6), 10, default);

        Assert.Equal([new("безпека", 2, 7, 1, 1, 1, 400, 6, "a.3"), new QueryFigures("excel", 1, 1, 0, 0, 0, 0, 0, null)], listed);
        Assert.Equal(5, (await Queries.ListAsync(QueryOrder.Top, Today, 1, default))[0].Asked);
    }

    [Fact]
    public async Task Queries_that_found_nothing_and_slow_ones_are_listed_apart()
    {
        await Queries.AddAsync(
            [
                Asked(Today, "а", 9), Asked(Today, "б", 2) with { Nothing = 2 }, Asked(Today, "в", 5) with { Nothing = 3 },
                Asked(Today, "г", 1) with { Slow = 1, SlowestMs = 300 }, Asked(Today, "ґ", 1) with { Slow = 1, SlowestMs = 900 },
            ],
            default);

        Assert.Equal(["в", "б"], (await Queries.ListAsync(QueryOrder.Zero, Today, 10, default)).Select(query => query.Text));
        Assert.Equal(["ґ", "г"], (await Queries.ListAsync(QueryOrder.Slow, Today, 10, default)).Select(query => query.Text));
    }

    [Fact]
    public async Task Old_and_rare_texts_go_and_frequent_ones_stay_as_long_as_is_kept()
    {
        await Queries.AddAsync(
            [
                Asked(Today.AddDays(-7), "рідкісне", 2), Asked(Today.AddDays(-6), "рідкісне цього тижня", 1),
                Asked(Today.AddDays(-7), "часте", 2), Asked(Today.AddDays(-1), "часте", 1), Asked(Today.AddDays(-30), "давнє", 50),
            ],
            default);

        await Queries.EraseAsync(Today, 30, default);

        Assert.Equal(["часте", "рідкісне цього тижня"], (await Queries.ListAsync(QueryOrder.Top, Today.AddDays(-300), 10, default)).Select(query => query.Text));
        await Queries.EraseAsync(Today, 0, default);
        Assert.Empty(await Queries.ListAsync(QueryOrder.Top, Today.AddDays(-300), 10, default));
    }

    [Fact]
    public async Task Of_too_many_texts_the_rarest_go_first()
    {
        await Queries.AddAsync([.. Enumerable.Range(1, QueryLedger.MostRows + 5).Select(number => Asked(Today, $"текст {number}", number <= 10 ? 1 : 2))], default);

        await Queries.EraseAsync(Today, 90, default);

        var kept = await Queries.ListAsync(QueryOrder.Top, Today, int.MaxValue, default);
        Assert.Equal(QueryLedger.MostRows, kept.Count);
        Assert.Equal(5, kept.Count(query => query.Asked == 1));
    }

    [Theory]
    [InlineData("olena@example.org", true)]
    [InlineData("+38 (067) 123-45-67", true)]
    [InlineData("паспорт 123456789", true)]
    [InlineData("Іван Петренко", true)]
    [InlineData("петренко івана", true)]
    [InlineData("Оксана Степанівна", true)]
    [InlineData("курс шевченко оксани", true)]
    [InlineData("тарас григорович", true)]
    [InlineData("John Smith", true)]
    [InlineData("безпека дітей в інтернеті", false)]
    [InlineData("Google Classroom для вчителя", false)]
    [InlineData("excel 2019 для бухгалтера", false)]
    [InlineData("українська мова", false)]
    [InlineData("марія", false)]
    [InlineData("англійська з нуля", false)]
    [InlineData("", false)]
    public async Task A_text_that_looks_like_a_persons_is_not_kept(string text, bool personal)
    {
        await Queries.AddAsync([Asked(Today, text, 5)], default);

        Assert.Equal(personal, PersonalText.Is(text));
        Assert.Equal(personal || text.Length == 0 ? 0 : 1, (await Queries.ListAsync(QueryOrder.Top, Today, 10, default)).Count);
    }

    private static QueryTally Asked(DateOnly day, string text, long times) => new(day, text) { Asked = times };
}
