using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Tests.Query;

public sealed class TypedFiltersTests
{
    [Theory]
    [InlineData("безпека мова:uk", "безпека", "Language=uk")]
    [InlineData("МОВА:uk,en дітей", "дітей", "Language=uk,en")]
    [InlineData("платформа:\"Дія Освіта\" курс provider:«Prometheus»", "курс", "Provider=Дія Освіта|Provider=Prometheus")]
    [InlineData("рівень:базовий ціна:free джерело:demo компетентність:1.2", "", "Level=базовий|Price=free|Source=demo|Competence=1.2")]
    [InlineData("а -мова:en б", "а б", "-Language=en")]
    [InlineData("платформа:\"не закрито до кінця", "", "Provider=не закрито до кінця")]
    [InlineData("(мова:uk OR безпека) даних", "( OR безпека) даних", "Language=uk")]
    [InlineData("мова: англійська", "мова: англійська", "")]
    [InlineData("назва:безпека C: https://example.com 10:30 мова:", "назва:безпека C: https://example.com 10:30 мова:", "")]
    [InlineData("\"мова:uk\"", "\"мова:uk\"", "")]
    [InlineData("автор:Іван", "автор:Іван", "")]
    [InlineData("", "", "")]
    public void A_known_word_with_its_value_behind_the_colon_is_a_filter(string text, string words, string filters)
    {
        var typed = TypedFilters.Of(text);

        Assert.Equal(words, typed.Words);
        Assert.Equal(filters, string.Join('|', typed.Filters.Select(filter => $"{(filter.Excluded ? "-" : "")}{filter.Facet}={filter.Value}")));
        Assert.All(typed.Filters, filter => Assert.Contains(filter.Typed, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_filter_has_its_parameter_and_a_Ukrainian_word_and_no_word_has_two_meanings()
    {
        Assert.All(FieldWords.Filters.Values, words => Assert.True(words.Count > 1));
        Assert.Equal(Enum.GetValues<Facet>(), FieldWords.Filters.Keys);
        var all = FieldWords.Filters.Values.SelectMany(words => words).Concat(FieldWords.Title).ToList();
        Assert.Equal(all.Count, all.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_text_of_ten_megabytes_is_read_in_one_go() =>
        Assert.Equal(2, TypedFilters.Of("мова:uk " + string.Concat(Enumerable.Repeat("\"а: (б: ", 1_300_000)) + " мова:en").Filters.Count);
}
