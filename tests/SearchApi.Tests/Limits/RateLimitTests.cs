using System.Net;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Tests.Limits;

public sealed class RateLimitTests
{
    private static readonly SearchApiSettings Settings = new() { Limits = new(60, 10), TrustedProxies = TrustedProxies.Read("10.0.0.0/8, ::1")! };

    [Fact]
    public async Task Whoever_asks_too_much_is_told_how_long_to_wait_and_may_ask_again_then()
    {
        var clock = new ManualClock();
        await using var site = await SampleSite.StartAsync(settings: Settings, clock: clock);
        for (var asked = 0; asked < 9; asked++)
            Assert.Equal(200, await AskAsync(site, "/api/v1/courses", "192.0.2.1"));

        var last = await AnswerAsync(site, "/api/v1/courses", "192.0.2.1");
        var refused = await AnswerAsync(site, "/api/v1/courses", "192.0.2.1");

        Assert.Equal((200, "\"address\";q=10;w=10", "\"address\";r=0;t=10"), (last.Response.StatusCode, last.Response.Headers["RateLimit-Policy"].ToString(), last.Response.Headers["RateLimit"].ToString()));
        Assert.Equal((429, "1", "no-store"), (refused.Response.StatusCode, refused.Response.Headers.RetryAfter.ToString(), refused.Response.Headers.CacheControl.ToString()));
        var problem = (await JsonNode.ParseAsync(refused.Response.Body))!;
        Assert.Equal("/problems/too-many-requests", (string)problem["type"]!);
        Assert.Equal(200, await AskAsync(site, "/api/v1/courses", "192.0.2.2"));
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(200, await AskAsync(site, "/api/v1/courses", "192.0.2.1"));
    }

    [Theory]
    [InlineData("/api/v1/courses?q=a", 9)]
    [InlineData("/", 9)]
    [InlineData("/nothing", 9)]
    [InlineData("/api/v1/feed", 5)]
    [InlineData("/api/v1/competences", 7)]
    [InlineData("/api/v1/courses?format=csv", 0)]
    [InlineData("/api/v1/dump", 0)]
    public async Task What_costs_more_counts_more(string address, int left)
    {
        await using var site = await SampleSite.StartAsync(settings: Settings, clock: new ManualClock());

        var answer = await AnswerAsync(site, address, "192.0.2.1");

        Assert.StartsWith($"\"address\";r={left};", answer.Response.Headers["RateLimit"].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/assets/site.css")]
    [InlineData("/robots.txt")]
    public async Task What_must_always_be_there_costs_nothing(string address)
    {
        await using var site = await SampleSite.StartAsync(settings: Settings, clock: new ManualClock());
        for (var asked = 0; asked < 12; asked++)
            Assert.Equal(200, await AskAsync(site, address, "192.0.2.1"));
    }

    [Theory]
    // The connection's address counts where it is no trusted proxy, whatever it says of others.
    [InlineData("192.0.2.1", "203.0.113.9", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "203.0.113.9", "203.0.113.9", false)]
    // Behind a trusted proxy the first from the right that is not one counts.
    [InlineData("10.0.0.1", "203.0.113.9", "203.0.113.9", true)]
    [InlineData("10.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9", true)]
    [InlineData("10.0.0.1", "198.51.100.1, 203.0.113.9", "198.51.100.1", false)]
    [InlineData("10.0.0.1", "203.0.113.9, 10.9.9.9", "203.0.113.9", true)]
    [InlineData("::1", "203.0.113.9", "203.0.113.9", true)]
    [InlineData("::ffff:192.0.2.1", null, "192.0.2.1", true)]
    // One network is one client.
    [InlineData("2001:db8:1:2:aaaa::1", null, "2001:db8:1:2:bbbb::2", true)]
    [InlineData("2001:db8:1:2::1", null, "2001:db8:1:3::1", false)]
    public async Task The_client_is_the_first_address_that_nobody_trusted_could_have_invented(string connection, string? forwarded, string client, bool same)
    {
        await using var site = await SampleSite.StartAsync(settings: Settings, clock: new ManualClock());
        for (var asked = 0; asked < 10; asked++)
            await AskAsync(site, "/api/v1/courses", connection, forwarded);

        Assert.Equal(same ? 429 : 200, await AskAsync(site, "/api/v1/courses", client));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(null, "\"key\";q=10;w=10")]
    [InlineData(600, "\"key\";q=100;w=10")]
    public async Task A_key_has_a_limit_of_its_own_or_none(int? rate, string policy)
    {
        await using var site = await SampleSite.StartAsync(settings: Settings, clock: new ManualClock());
        var key = (await site.Services.GetRequiredService<KeyLedger>().AddAsync("Портал", [Scope.Read], rate, default))!.Value.Text;
        for (var asked = 0; asked < 10; asked++)
            await AskAsync(site, "/api/v1/courses", "192.0.2.1");

        var answer = await AnswerAsync(site, "/api/v1/courses", "192.0.2.1", key: key);

        Assert.Equal((200, policy), (answer.Response.StatusCode, answer.Response.Headers["RateLimit-Policy"].ToString()));
        Assert.Equal(429, await AskAsync(site, "/api/v1/courses", "192.0.2.1", key: "dci_aaaaaaaa_wrong"));
    }

    [Fact]
    public async Task A_reader_gets_a_page_that_says_so()
    {
        await using var site = await SampleSite.StartAsync(settings: Settings, clock: new ManualClock());
        for (var asked = 0; asked < 10; asked++)
            await AskAsync(site, "/", "192.0.2.1");

        var answer = await AnswerAsync(site, "/", "192.0.2.1");

        using var page = new StreamReader(answer.Response.Body);
        Assert.Contains("Забагато запитів", WebUtility.HtmlDecode(await page.ReadToEndAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("localhost")]
    [InlineData("10.0.0.1;10.0.0.2")]
    public void What_is_no_address_is_refused(string text) => Assert.Null(TrustedProxies.Read(text));

    private static async Task<int> AskAsync(SampleSite site, string address, string client, string? forwarded = null, string? key = null) =>
        (await AnswerAsync(site, address, client, forwarded, key)).Response.StatusCode;

    private static Task<HttpContext> AnswerAsync(SampleSite site, string address, string client, string? forwarded = null, string? key = null) => site.Server.SendAsync(context =>
    {
        var at = address.Split('?', 2);
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = at[0];
        context.Request.QueryString = new(at.Length > 1 ? "?" + at[1] : "");
        context.Connection.RemoteIpAddress = IPAddress.Parse(client);
        if (forwarded is not null)
            context.Request.Headers["X-Forwarded-For"] = forwarded;
        if (key is not null)
            context.Request.Headers["X-Api-Key"] = key;
    });
}
