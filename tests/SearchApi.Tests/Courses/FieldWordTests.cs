using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Courses;

public sealed class FieldWordTests
{
    [Theory]
    [InlineData("безпека мова:uk", "безпека", "Language=uk")]
    [InlineData("language:українська", "", "Language=uk")]
    [InlineData("мова:англ,uk", "", "Language=en,uk")]
    [InlineData("provider:prometheus", "", "Provider=Prometheus")]
    [InlineData("платформа:\"дистанційне навчання (зразок)\" дані", "дані", "Provider=Дистанційне навчання (зразок)")]
    [InlineData("платформа:Невідома", "", "Provider=Невідома")]
    [InlineData("рівень:базовий ціна:безкоштовно", "", "Level=foundation Price=free")]
    [InlineData("level:FOUNDATION доступ:self", "", "Level=foundation Access=self")]
    [InlineData("компетентність:1.2 сфера:4", "", "Area=4 Competence=1.2")]
    [InlineData("джерело:dl-sample стан:missing", "", "Source=dl-sample State=missing")]
    [InlineData("наставник:так документ:сертифікат", "", "Credential=certificate Tutor=yes")]
    [InlineData("назва:безпека автор:Іван", "назва:безпека автор:Іван", "")]
    public async Task A_field_word_is_the_parameter_of_its_name(string typed, string words, string filters)
    {
        await using var site = await SampleSite.StartAsync();

        var (status, _) = await site.JsonAsync($"/api/v1/courses?q={Uri.EscapeDataString(typed)}");

        var query = site.Searcher.Last!;
        Assert.Equal((200, words), (status, query.Text));
        Assert.Equal(filters, string.Join(' ', query.Filters.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={string.Join(',', pair.Value)}")));
    }

    [Fact]
    public async Task It_joins_the_parameter_itself_and_codes_speak_in_the_asked_framework()
    {
        await using var site = await SampleSite.StartAsync();

        await site.JsonAsync($"/api/v1/courses?language=en&framework=digcomp-ua&q={Uri.EscapeDataString("мова:uk мова:en компетентність:1.4")}");

        Assert.Equal(["en", "uk"], site.Searcher.Last!.Filters[Facet.Language]);
        Assert.Equal(["1.4"], site.Searcher.Last.Filters[Facet.Competence]);
    }

    [Theory]
    [InlineData("рівень:експерт", "q", "foundation, intermediate")]
    [InlineData("мова:українізована", "q", "BCP 47")]
    [InlineData("-мова:en", "q", "minus")]
    [InlineData("компетентність:9.9", "competence", "digcomp-2.2 has")]
    [InlineData("а|б|в|г|ґ|д|е|є|ж|з|и|і|ї|й|к|л|м|н", "q", "16 alternatives")]
    public async Task What_does_not_fit_is_refused_with_a_remedy(string typed, string parameter, string said)
    {
        await using var site = await SampleSite.SharedAsync();
        var address = $"?q={Uri.EscapeDataString(typed)}";

        var (status, problem) = await site.JsonAsync("/api/v1/courses" + address);
        var (pageStatus, _) = await site.PageAsync("/" + address);

        Assert.Equal((400, 400, parameter), (status, pageStatus, (string)problem["parameter"]!));
        Assert.Contains(said, (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_it_as_a_condition_that_can_be_removed()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, page) = await site.PageAsync($"/?q={Uri.EscapeDataString("медіа мова:uk")}");

        Assert.Equal("медіа", page.QuerySelector("#q")!.GetAttribute("value"));
        var condition = Assert.Single(page.QuerySelectorAll("section.chosen li a"));
        Assert.Contains("українська", condition.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/?q={Uri.EscapeDataString("медіа")}", condition.GetAttribute("href"));
    }

    [Fact]
    public async Task A_feed_is_narrowed_by_it_and_keeps_its_own_address()
    {
        await using var site = await SampleSite.StartAsync();
        var address = $"/api/v1/feed?q={Uri.EscapeDataString("медіа мова:uk")}";

        using var feed = await site.GetAsync(address);

        Assert.Equal(["uk"], site.Searcher.Last!.Filters[Facet.Language]);
        Assert.Contains(address, await feed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
