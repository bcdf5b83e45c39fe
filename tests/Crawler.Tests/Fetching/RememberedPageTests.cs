using System.Text;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Fetching;

public sealed class RememberedPageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dcc-memory-").FullName;
    private readonly LedgerStore store;
    private readonly PageMemory memory;

    public RememberedPageTests()
    {
        store = LedgerStore.Open(folder, TimeProvider.System);
        memory = new(store, TimeProvider.System);
    }

    [Theory]
    [InlineData("ETag", "\"v1\"")]
    [InlineData("Last-Modified", "Sat, 21 Nov 2026 01:00:00 GMT")]
    public async Task What_did_not_change_comes_from_memory(string header, string value)
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            var headers = context.Request.Headers;
            if (headers.IfNoneMatch == value || headers.IfModifiedSince == value)
            {
                context.Response.StatusCode = 304;
                return Task.CompletedTask;
            }
            context.Response.Headers[header] = value;
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("Курси");
        });
        var fetchers = LoopbackPortal.Fetchers(memory: memory);
        using var first = fetchers.For(portal.Source());
        Assert.False((await first.FetchAsync(new(portal.Root), CancellationToken.None)).NotModified);

        using var second = fetchers.For(portal.Source());
        var page = await second.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.Equal((true, true, 200, "text/html"), (page.NotModified, page.IsSuccess, (int)page.Status, page.ContentType));
        Assert.Equal("Курси", Encoding.UTF8.GetString(page.Body.Span));
        Assert.Equal((1, 1, 0), (second.Figures.Requests, second.Figures.NotModified, second.Figures.Bytes));
    }

    [Theory]
    [InlineData("/?wstoken=0123456789abcdef", "", 200, false)]
    [InlineData("/?a=1&token=0123456789abcdef", "", 200, false)]
    [InlineData("/", "no-store, no-cache", 200, false)]
    [InlineData("/", "", 404, false)]
    [InlineData("/", "", 200, true)]
    public async Task What_carries_a_secret_or_may_not_be_kept_is_not_remembered(string address, string cacheControl, int status, bool isPrivate)
    {
        await using var portal = await LoopbackPortal.StartAsync(Tagged(cacheControl, status));
        using var fetcher = portal.Fetcher(memory: memory);
        await fetcher.FetchAsync(new(portal.At(address)) { Private = isPrivate }, CancellationToken.None);
        Assert.Single(portal.Asked);
        Assert.Null(await memory.FindAsync("portal", portal.At(address).AbsoluteUri, CancellationToken.None));
    }

    [Fact]
    public async Task A_form_is_not_remembered_and_a_page_is()
    {
        await using var portal = await LoopbackPortal.StartAsync(Tagged("", 200));
        using var fetcher = portal.Fetcher(memory: memory);
        await fetcher.FetchAsync(new(portal.At("/form"), Form: new Dictionary<string, string> { ["a"] = "1" }), CancellationToken.None);
        await fetcher.FetchAsync(new(portal.At("/page")), CancellationToken.None);
        Assert.Null(await memory.FindAsync("portal", portal.At("/form").AbsoluteUri, CancellationToken.None));
        Assert.NotNull(await memory.FindAsync("portal", portal.At("/page").AbsoluteUri, CancellationToken.None));
    }

    [Fact]
    public async Task Not_modified_that_nobody_asked_for_is_a_broken_answer()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });
        using var fetcher = portal.Fetcher(memory: memory);
        Assert.Equal(FailureKind.BrokenAnswer, (await fetcher.FetchAsync(new(portal.Root), CancellationToken.None)).Failure?.Kind);
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static RequestDelegate Tagged(string cacheControl, int status) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.ETag = "\"v1\"";
        context.Response.Headers.CacheControl = cacheControl;
        return context.Response.WriteAsync("x");
    };
}
