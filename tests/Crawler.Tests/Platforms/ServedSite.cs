using System.Collections.Concurrent;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Platforms;

/// <summary>A small invented site over real HTTP, made of pages by path and query; everything else answers 404. Pages may change between runs.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (int Status, string Body)> pages = new(StringComparer.Ordinal);
    private LoopbackPortal portal = null!;

    private ServedSite()
    {
    }

    public IReadOnlyList<string> Asked => portal.Asked;

    public Uri Root => portal.Root;

    public static async Task<ServedSite> StartAsync()
    {
        var site = new ServedSite();
        site.portal = await LoopbackPortal.StartAsync(site.AnswerAsync);
        return site;
    }

    /// <summary>Serves a body, as XML, JSON or HTML by how it begins; <c>{root}</c> in it becomes the site's own address.</summary>
    public ServedSite With(string path, string body, int status = 200)
    {
        pages[path] = (status, body);
        return this;
    }

    public ServedSite Without(string path)
    {
        pages.TryRemove(path, out _);
        return this;
    }

    public SourceDefinition Source(string platform, string under = "") => portal.Source() with { Platform = platform, Address = new Uri(portal.Root.AbsoluteUri.TrimEnd('/') + under), File = "portal.yml" };

    public async Task<Harvested> HarvestAsync(ICoursePlatform platform, SourceDefinition source, PastHarvest? past = null, string? marker = null)
    {
        using var fetcher = LoopbackPortal.Fetchers().For(source, past: past);
        return await Harvested.Of(platform, source, fetcher, marker);
    }

    public async Task<string> RefusalAsync(ICoursePlatform platform, SourceDefinition source, PastHarvest? past = null) =>
        (await Assert.ThrowsAsync<ListingUnreliableException>(() => HarvestAsync(platform, source, past))).Message;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var (status, body) = pages.GetValueOrDefault($"{context.Request.Path.Value}{context.Request.QueryString}", (404, "<html>Немає такої сторінки</html>"));
        context.Response.StatusCode = status;
        context.Response.ContentType = body switch { ['{' or '[', ..] => "application/json", ['<', '?' or 'u' or 's', ..] => "text/xml", _ => "text/html; charset=utf-8" };
        return context.Response.WriteAsync(body.Replace("{root}", $"http://{context.Request.Host}", StringComparison.Ordinal));
    }
}
