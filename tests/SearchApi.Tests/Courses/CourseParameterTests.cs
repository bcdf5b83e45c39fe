using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Courses;

public sealed class CourseParameterTests
{
    [Theory]
    [InlineData("area", "1", "4")]
    [InlineData("competence", "1.2", "3.4")]
    [InlineData("level", "foundation", "highly-specialised")]
    [InlineData("context", "basic", "professional")]
    [InlineData("language", "uk", "mul")]
    [InlineData("subtitle", "en", "pt-BR")]
    [InlineData("provider", "Prometheus", "Дистанційне навчання (зразок)")]
    [InlineData("source", "prometheus", "dl-sample")]
    [InlineData("price", "free", "free-to-study")]
    [InlineData("access", "open", "invitation")]
    [InlineData("mode", "self-paced", "unknown")]
    [InlineData("credential", "certificate", "none")]
    [InlineData("tutor", "yes", "no")]
    [InlineData("duration", "short", "long")]
    [InlineData("start", "now", "upcoming")]
    [InlineData("link", "ok", "gone")]
    [InlineData("state", "active", "missing")]
    public async Task A_filter_reaches_the_index_with_all_its_values(string name, string one, string other)
    {
        await using var site = await SampleSite.StartAsync();

        var (status, _) = await site.JsonAsync($"/api/v1/courses?{name}={Uri.EscapeDataString(one)}&{name}={Uri.EscapeDataString(other)}&{name}={Uri.EscapeDataString(one)}");

        Assert.Equal(200, status);
        Assert.True(Wire.TryParse<Facet>(name, out var facet));
        Assert.Equal([one, other], site.Searcher.Last!.Filters[facet]);
        Assert.Single(site.Searcher.Last.Filters);
    }

    [Fact]
    public async Task The_other_parameters_reach_the_index()
    {
        await using var site = await SampleSite.StartAsync();

        await site.JsonAsync("/api/v1/courses?q=%20a%20&framework=digcomp-ua&lang=en&sort=title&limit=3&cursor=after-1&collapse=false&explain=true");

        var query = site.Searcher.Last!;
        Assert.Equal(("a", "digcomp-ua", "en", SortOrder.Title, 3, "after-1", true), (query.Text, query.Framework, query.Language, query.Sort, query.Limit, query.Cursor, query.Explain));
    }

    [Fact]
    public async Task What_is_left_out_has_its_default()
    {
        await using var site = await SampleSite.StartAsync();

        await site.JsonAsync("/api/v1/courses?q=");

        var query = site.Searcher.Last!;
        Assert.Equal(("", "digcomp-2.2", "uk", SortOrder.Relevance, 20, null, false), (query.Text, query.Framework, query.Language, query.Sort, query.Limit, query.Cursor, query.Explain));
        Assert.Empty(query.Filters);
    }

    [Theory]
    [InlineData("levle=foundation", "/problems/unknown-parameter", "levle", "nearest is «level»")]
    [InlineData("Q=a", "/problems/unknown-parameter", "Q", "nearest is «q»")]
    [InlineData("languages=uk", "/problems/unknown-parameter", "languages", "nearest is «language»")]
    [InlineData("xyzzy=1", "/problems/unknown-parameter", "xyzzy", "Known: q, area")]
    [InlineData("level=basic", "/problems/wrong-value", "level", "foundation, intermediate, advanced, highly-specialised")]
    [InlineData("price=Free", "/problems/wrong-value", "price", "free-to-study")]
    [InlineData("price=free&price=gratis", "/problems/wrong-value", "price", "«gratis»")]
    [InlineData("access=0", "/problems/wrong-value", "access", "invitation")]
    [InlineData("context=work", "/problems/wrong-value", "context", "professional")]
    [InlineData("mode=async", "/problems/wrong-value", "mode", "self-paced")]
    [InlineData("credential=badge", "/problems/wrong-value", "credential", "record")]
    [InlineData("tutor=true", "/problems/wrong-value", "tutor", "yes")]
    [InlineData("duration=PT3H", "/problems/wrong-value", "duration", "medium")]
    [InlineData("start=2026", "/problems/wrong-value", "start", "upcoming")]
    [InlineData("link=dead", "/problems/wrong-value", "link", "gone")]
    [InlineData("state=new", "/problems/wrong-value", "state", "missing")]
    [InlineData("language=ukrainian", "/problems/wrong-value", "language", "BCP 47")]
    [InlineData("subtitle=UK", "/problems/wrong-value", "subtitle", "BCP 47")]
    [InlineData("source=Pro%20metheus", "/problems/wrong-value", "source", "hyphen")]
    [InlineData("area=9", "/problems/wrong-value", "area", "digcomp-2.2 has 1, 2, 3, 4, 5")]
    [InlineData("competence=1.9", "/problems/wrong-value", "competence", "digcomp-2.2 has 1.1")]
    [InlineData("framework=digcomp-ua&area=2", "/problems/wrong-value", "area", "digcomp-ua has 1, 4")]
    [InlineData("framework=digcomp", "/problems/wrong-value", "framework", "digcomp-2.2, digcomp-ua")]
    [InlineData("lang=pl", "/problems/wrong-value", "lang", "uk, en")]
    [InlineData("sort=price", "/problems/wrong-value", "sort", "newest")]
    [InlineData("limit=0", "/problems/wrong-value", "limit", "1 to 100")]
    [InlineData("limit=101", "/problems/wrong-value", "limit", "1 to 100")]
    [InlineData("limit=%2B5", "/problems/wrong-value", "limit", "1 to 100")]
    [InlineData("limit=99999999999999", "/problems/wrong-value", "limit", "1 to 100")]
    [InlineData("collapse=1", "/problems/wrong-value", "collapse", "true, false")]
    [InlineData("explain=yes", "/problems/wrong-value", "explain", "true, false")]
    [InlineData("fields=id,tittle", "/problems/wrong-value", "fields", "nearest member is «title»")]
    [InlineData("q=a%00b", "/problems/wrong-value", "q", "control characters")]
    [InlineData("level=", "/problems/empty-value", "level", "no value")]
    [InlineData("competence=1.1&competence=", "/problems/empty-value", "competence", "no value")]
    [InlineData("cursor=", "/problems/empty-value", "cursor", "no value")]
    [InlineData("limit=", "/problems/empty-value", "limit", "no value")]
    [InlineData("limit", "/problems/empty-value", "limit", "no value")]
    [InlineData("q=a&q=b", "/problems/repeated-parameter", "q", "once")]
    [InlineData("sort=id&sort=id", "/problems/repeated-parameter", "sort", "once")]
    [InlineData("framework=digcomp-ua&framework=digcomp-ua", "/problems/repeated-parameter", "framework", "once")]
    [InlineData("cursor=nonsense", "/problems/malformed-cursor", "cursor", "not made for this query")]
    public async Task A_wrong_address_is_refused_by_name(string query, string type, string parameter, string said)
    {
        await using var site = await SampleSite.SharedAsync();

        using var response = await site.GetAsync($"/api/v1/courses?{query}");
        var (status, problem) = await site.JsonAsync($"/api/v1/courses?{query}");

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((400, 400, type, parameter), (status, (int)problem["status"]!, (string)problem["type"]!, (string)problem["parameter"]!));
        Assert.Contains(said, (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.NotEmpty((string)problem["title"]!);
    }

    [Fact]
    public async Task Line_breaks_of_a_pasted_text_part_words_as_blanks_do()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, pasted) = await site.JsonAsync("/api/v1/courses?q=%D0%BC%D0%B5%D0%B4%D1%96%D0%B0%D0%B3%D1%80%D0%B0%D0%BC%D0%BE%D1%82%D0%BD%D1%96%D1%81%D1%82%D1%8C%0D%0A%09%D0%B4%D1%96%D1%82%D0%B5%D0%B9%0A");

        Assert.Equal((200, (int)(await site.JsonAsync($"/api/v1/courses?q={Uri.EscapeDataString("медіаграмотність дітей")}")).Body["total"]!), (status, (int)pasted["total"]!));
    }

    [Fact]
    public async Task A_hundred_values_pass_and_one_more_does_not()
    {
        await using var site = await SampleSite.SharedAsync();
        var hundred = string.Join('&', Enumerable.Range(1, 100).Select(number => $"provider=p{number}"));

        Assert.Equal(200, (await site.JsonAsync($"/api/v1/courses?{hundred}")).Status);
        Assert.Equal(400, (await site.JsonAsync($"/api/v1/courses?{hundred}&provider=last")).Status);
    }

    [Fact]
    public async Task An_endless_query_is_refused()
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Equal(200, (await site.JsonAsync($"/api/v1/courses?q={new string('a', 1000)}")).Status);
        Assert.Equal(400, (await site.JsonAsync($"/api/v1/courses?q={new string('a', 1001)}")).Status);
    }

    [Fact]
    public async Task An_expired_cursor_is_gone()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, problem) = await site.JsonAsync("/api/v1/courses?cursor=expired");

        Assert.Equal((410, "/problems/expired-cursor", "cursor"), (status, (string)problem["type"]!, (string)problem["parameter"]!));
    }
}
