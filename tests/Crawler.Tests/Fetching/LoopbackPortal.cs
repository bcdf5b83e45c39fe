using System.Collections.Concurrent;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Fetching;

/// <summary>A portal over real HTTP on loopback whose answers a test writes; robots.txt is missing unless the test says otherwise.</summary>
internal sealed class LoopbackPortal : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> asked = new();

    private LoopbackPortal(WebApplication app) => this.app = app;

    public Uri Root { get; private set; } = null!;

    /// <summary>Every request so far, as «GET /path?query», without those for robots.txt and tdmrep.json.</summary>
    public IReadOnlyList<string> Asked => [.. asked.Where(line => !line.EndsWith("/robots.txt", StringComparison.Ordinal) && !line.EndsWith("/tdmrep.json", StringComparison.Ordinal))];

    /// <summary>Requests for tdmrep.json so far.</summary>
    public int MiningAsked => asked.Count(line => line.EndsWith("/tdmrep.json", StringComparison.Ordinal));

    /// <summary>Requests for robots.txt so far.</summary>
    public int RobotsAsked => asked.Count(line => line.EndsWith("/robots.txt", StringComparison.Ordinal));

    public static async Task<LoopbackPortal> StartAsync(RequestDelegate answer, RequestDelegate? robots = null, RequestDelegate? mining = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(options => options.Limits.MinResponseDataRate = null);
        var portal = new LoopbackPortal(builder.Build());
        portal.app.Run(context =>
        {
            portal.asked.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            var owners = context.Request.Path == "/robots.txt" ? robots : mining;
            if (context.Request.Path != "/robots.txt" && context.Request.Path != "/.well-known/tdmrep.json")
            {
                return answer(context);
            }
            context.Response.StatusCode = 404;
            return owners?.Invoke(context) ?? Task.CompletedTask;
        });
        await portal.app.StartAsync();
        portal.Root = new Uri(portal.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return portal;
    }

    public Uri At(string path) => new(Root, path);

    /// <summary>The portal as a source that may lie on loopback and is asked without pauses.</summary>
    public SourceDefinition Source(TimeSpan? delay = null) => SourceAt(Root, delay);

    public static SourceDefinition SourceAt(Uri root, TimeSpan? delay = null) => new()
    {
        Name = "portal",
        Title = "Портал",
        Platform = "moodle",
        Address = root,
        AllowPrivateAddress = true,
        Politeness = new() { Delay = delay ?? TimeSpan.Zero },
    };

    /// <summary>Settings with a contact and retries without pauses.</summary>
    public static readonly FetchSettings Settings = new() { Contact = "https://library.example/crawler", RetryDelay = TimeSpan.Zero };

    public PageFetcher Fetcher(FetchSettings? settings = null, TimeProvider? clock = null, PageMemory? memory = null) =>
        Fetchers(settings, clock, memory).For(Source());

    public static PageFetchers Fetchers(FetchSettings? settings = null, TimeProvider? clock = null, PageMemory? memory = null, ILoggerFactory? logs = null, SiteFiles? copies = null) =>
        new(settings ?? Settings, clock ?? TimeProvider.System, logs ?? NullLoggerFactory.Instance, memory, copies);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
