using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Keys;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Tests.Keys;

public sealed class KeyTests
{
    private const string Address = "/api/v1/trial";

    [Fact]
    public async Task Without_a_key_the_answer_says_how_one_is_sent()
    {
        await using var site = await StartAsync();

        using var answer = await AskAsync(site, null, Address + "?unknown=1");

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Bearer realm=\"DcCourseIndex\"", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("/problems/key-needed", (string)(await BodyAsync(answer))["type"]!);
    }

    [Fact]
    public async Task A_key_of_the_scope_opens_by_either_header()
    {
        await using var site = await StartAsync();
        var key = await AddAsync(site, "Оксана", Scope.Curate);

        using var bearer = await AskAsync(site, request => request.Headers.Authorization = new("Bearer", key));
        using var header = await AskAsync(site, request => request.Headers.Add("X-Api-Key", key));

        Assert.Equal("Оксана", await bearer.Content.ReadAsStringAsync());
        Assert.Equal("Оксана", await header.Content.ReadAsStringAsync());
        Assert.True(bearer.Headers.CacheControl!.NoStore);
        while ((await Ledger(site).ListAsync(default))[0].UsedAt is null)
            await Task.Yield();
    }

    [Theory]
    [InlineData("Bearer", "dci_aaaaaaaa_wrong")]
    [InlineData("Bearer", "")]
    [InlineData("Basic", "b2tzYW5hOg==")]
    public async Task What_is_no_key_opens_nothing(string scheme, string text)
    {
        await using var site = await StartAsync();

        using var answer = await AskAsync(site, request => request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {text}"));

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_for_something_else_is_told_so()
    {
        await using var site = await StartAsync();
        var key = await AddAsync(site, "Читач", Scope.Read, Scope.Operate);

        using var answer = await AskAsync(site, request => request.Headers.Authorization = new("Bearer", key));

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Contains("error=\"insufficient_scope\", scope=\"curate\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        var problem = await BodyAsync(answer);
        Assert.Equal("/problems/scope-needed", (string)problem["type"]!);
        Assert.DoesNotContain(key, problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_closes_when_memory_has_aged()
    {
        using var sample = new SampleLedger();
        var clock = new SteppedClock();
        var ledger = new KeyLedger(sample.Store, clock);
        var ring = new KeyRing(ledger, clock);
        var (key, text) = (await ledger.AddAsync("Оксана", [Scope.Curate], null, default))!.Value;
        Assert.NotNull(await ring.FindAsync(text, default));

        await ledger.RevokeAsync(key.Id, default);

        Assert.NotNull(await ring.FindAsync(text, default));
        clock.Pass(KeyRing.Fresh);
        Assert.Null(await ring.FindAsync(text, default));
    }

    [Fact]
    public async Task The_document_says_which_addresses_need_a_key()
    {
        await using var site = await StartAsync();

        var (_, document) = await site.JsonAsync("/openapi/v1.json");

        Assert.Equal("bearer", (string)document["components"]!["securitySchemes"]!["bearer"]!["scheme"]!);
        Assert.Equal(["bearer", "apiKey"], document["paths"]![Address]!["get"]!["security"]!.AsArray().Select(way => way!.AsObject().Single().Key));
        Assert.Null(document["paths"]!["/api/v1/courses"]!["get"]!["security"]);
    }

    private static Task<SampleSite> StartAsync() => SampleSite.StartAsync(more: app => app
        .MapGet(Address, (HttpContext context) => KeyNeeded.Of(context).Name)
        .Needs(Scope.Curate)
        .Takes(ParameterSet.None)
        .Named("trial", "trial", "A trial", "An address that exists in this test alone."));

    private static KeyLedger Ledger(SampleSite site) => site.Services.GetRequiredService<KeyLedger>();

    private static async Task<string> AddAsync(SampleSite site, string name, params Scope[] scopes) => (await Ledger(site).AddAsync(name, scopes, null, default))!.Value.Text;

    private static async Task<HttpResponseMessage> AskAsync(SampleSite site, Action<HttpRequestMessage>? more, string address = Address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        more?.Invoke(request);
        return await site.Client.SendAsync(request);
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    private sealed class SteppedClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;

        public void Pass(TimeSpan time) => now += time;
    }
}
