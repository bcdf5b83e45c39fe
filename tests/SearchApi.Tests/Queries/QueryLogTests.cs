using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Queries;
using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Tests.Queries;

public sealed class QueryLogTests
{
    [Fact]
    public async Task What_pages_and_portals_ask_is_counted_once_each_and_shown_to_operators()
    {
        await using var site = await SampleSite.StartAsync();
        await site.PageAsync($"/?q={Uri.EscapeDataString("  Медіа   грамотність ")}");
        await site.JsonAsync($"/api/v1/courses?q={Uri.EscapeDataString("медіа ГРАМОТНІСТЬ")}&fields=id");
        await site.JsonAsync($"/api/v1/courses?q={Uri.EscapeDataString("медіа")}&limit=1");
        await site.JsonAsync($"/api/v1/courses?q={Uri.EscapeDataString("медіа")}&limit=1&cursor=after-1");
        await site.JsonAsync($"/api/v1/courses?q=nowhere&price=paid");
        await site.JsonAsync("/api/v1/courses?q=");
        await site.JsonAsync("/api/v1/courses?q=someone@example.org");
        await site.Services.GetRequiredService<QueryLog>().WriteAsync(CancellationToken.None);

        var key = await KeyAsync(site, Scope.Operate);
        var listed = await ListedAsync(site, key, "?since=1");

        Assert.Equal([("медіа грамотність", 2, 2), ("nowhere", 1, 0), ("медіа", 1, 0)], listed.Select(query => ((string)query!["text"]!, (int)query["asked"]!, (int)query["nothing"]!)));
        Assert.Equal("prometheus.DC101", (string?)listed[2]!["top"]);
        Assert.Equal(["медіа грамотність"], (await ListedAsync(site, key, "?order=zero&limit=5")).Select(query => (string)query!["text"]!));
    }

    [Fact]
    public async Task A_sign_in_capitals_makes_another_query()
    {
        await using var site = await SampleSite.StartAsync();
        foreach (var text in new[] { "Excel АБО Python", "excel АБО python", "Excel або Python", "(Excel OR Calc) бухгалтер" })
            await site.JsonAsync($"/api/v1/courses?q={Uri.EscapeDataString(text)}");
        await site.Services.GetRequiredService<QueryLog>().WriteAsync(CancellationToken.None);

        var listed = await ListedAsync(site, await KeyAsync(site, Scope.Operate), "?since=1");

        Assert.Equal(
            [("(excel OR calc) бухгалтер", 1), ("excel АБО python", 2), ("excel або python", 1)],
            listed.Select(query => ((string)query!["text"]!, (int)query["asked"]!)).OrderBy(query => query.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_needs_an_operators_key()
    {
        await using var site = await SampleSite.StartAsync();

        var (curator, oper) = (await KeyAsync(site, Scope.Curate), await KeyAsync(site, Scope.Operate));
        using var without = await site.GetAsync("/api/v1/queries");
        using var curating = await AskAsync(site, curator, "");
        using var wrong = await AskAsync(site, oper, "?order=all");

        Assert.Equal((401, 403, 400), ((int)without.StatusCode, (int)curating.StatusCode, (int)wrong.StatusCode));
    }

    [Fact]
    public async Task Where_nothing_is_to_be_kept_nothing_is()
    {
        await using var site = await SampleSite.StartAsync(settings: new SearchApiSettings { KeepQueries = 0 });
        await site.JsonAsync("/api/v1/courses?q=excel");
        await site.Services.GetRequiredService<QueryLog>().WriteAsync(CancellationToken.None);

        Assert.Empty(await ListedAsync(site, await KeyAsync(site, Scope.Operate), ""));
    }

    [Fact]
    public async Task What_waits_is_written_when_the_service_stops()
    {
        await using var site = await SampleSite.StartAsync();
        await site.JsonAsync("/api/v1/courses?q=excel");

        foreach (var writing in site.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<QueryLogWriting>())
            await writing.StopAsync(CancellationToken.None);

        Assert.Equal(["excel"], (await ListedAsync(site, await KeyAsync(site, Scope.Operate), "")).Select(query => (string)query!["text"]!));
    }

    [Fact]
    public async Task Ten_thousand_texts_at_once_do_not_grow_without_bound()
    {
        await using var site = await SampleSite.StartAsync();
        var log = site.Services.GetRequiredService<QueryLog>();
        for (var number = 0; number < 10_000; number++)
            log.Counted(new() { Text = $"текст {number % 5_000}" }, () => new() { Total = 1, Hits = [], Facets = new Dictionary<Indexer.Facet, IReadOnlyList<Indexer.FacetCount>>() });
        await log.WriteAsync(CancellationToken.None);

        var kept = await site.Services.GetRequiredService<QueryLedger>().ListAsync(QueryOrder.Top, DateOnly.MinValue, int.MaxValue, CancellationToken.None);

        Assert.Equal(QueryLog.MostTexts, kept.Count);
        Assert.All(kept, query => Assert.Equal(2, query.Asked));
    }

    private static async Task<string> KeyAsync(SampleSite site, Scope scope) =>
        (await site.Services.GetRequiredService<KeyLedger>().AddAsync($"Зразок {scope}", [scope], null, CancellationToken.None))!.Value.Text;

    private static async Task<JsonArray> ListedAsync(SampleSite site, string key, string query)
    {
        using var answer = await AskAsync(site, key, query);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]!.AsArray();
    }

    private static async Task<HttpResponseMessage> AskAsync(SampleSite site, string key, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/queries" + query, UriKind.Relative));
        request.Headers.Authorization = new("Bearer", key);
        return await site.Client.SendAsync(request);
    }
}
