using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Host.Tests.Cluster;

/// <summary>What one portal was asked: by which node (its contact), which page, and when the question came, on the clock of the test's process.</summary>
internal sealed record PortalVisit(string Node, string Target, TimeSpan Came)
{
    /// <summary>When nothing but the end of the answer was left to send; later than everything while there was more.</summary>
    public TimeSpan Went { get; set; } = TimeSpan.MaxValue;
}

/// <summary>
/// Invented portals, each on an address of its own (of the loopback, unless said otherwise), that list courses page by page (MOOChub 3) and remember by whom and when they were asked.
/// </summary>
internal sealed partial class WatchfulPortals : IAsyncDisposable
{
    public const int Pages = 7;
    public const int CoursesAPage = 4;

    // Whoever is held has had so many pages.
    private const int HeldFrom = 3;

    private readonly ConcurrentDictionary<string, ConcurrentQueue<PortalVisit>> visits = new(StringComparer.Ordinal);
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> held = new(StringComparer.Ordinal);
    private int edition;

    private readonly Func<int, IPAddress> place;

    private WatchfulPortals(WebApplication app, IReadOnlyList<string> names, Func<int, IPAddress> place) => (this.app, Names, this.place) = (app, names, place);

    public IReadOnlyList<string> Names { get; }

    /// <summary>The time of the visits now.</summary>
    public TimeSpan Now => watch.Elapsed;

    /// <summary>So many of them; the last byte of the address at a place must be that place and two.</summary>
    public static async Task<WatchfulPortals> StartAsync(int count, Func<int, IPAddress>? place = null)
    {
        place ??= OnLoopback;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            for (var number = 0; number < count; number++)
            {
                kestrel.Listen(place(number), 0);
            }
        });
        var portals = new WatchfulPortals(builder.Build(), [.. Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"portal-{number}"))], place);
        portals.app.Run(portals.AnswerAsync);
        await portals.app.StartAsync();
        return portals;
    }

    public Uri Address(string name) => new Uri(new Uri(app.Urls.Single(url => new Uri(url).Host == place(Number(name)).ToString())), "/courses");

    /// <summary>Every portal answers 503 and wants to be left alone for so many seconds; null: it serves.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>From now on a node waits for every page after the third, until it is let go.</summary>
    public void Hold(string node) => held[node] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Answers what the node waits for.</summary>
    public void LetGo(string node)
    {
        if (held.TryRemove(node, out var gate))
        {
            gate.SetResult();
        }
    }

    /// <summary>From now on every portal says something else of each of its courses.</summary>
    public void Change() => Interlocked.Increment(ref edition);

    /// <summary>What was asked so far of a portal, in the order in which it came.</summary>
    public IReadOnlyList<PortalVisit> Of(string name) => [.. visits.GetValueOrDefault(name)?.OrderBy(visit => visit.Came) ?? Enumerable.Empty<PortalVisit>()];

    /// <summary>The catalogue has every course of the portals as it stands there now, and no other.</summary>
    public void AssertTruth(IReadOnlyList<CourseChange> standing) => Assert.Equal(
        Truth().OrderBy(course => course.Key, StringComparer.Ordinal),
        standing.Select(change => KeyValuePair.Create(change.Id, Said().Match($"{change.Course!.Course.Summary} {change.Course.Course.Description}").Value)).OrderBy(course => course.Key, StringComparer.Ordinal));

    /// <summary>Every course as it stands now: id, and the words in its description that say which edition it is.</summary>
    private Dictionary<string, string> Truth() => Names
        .SelectMany(name => Enumerable.Range(0, Pages * CoursesAPage).Select(course => (Id: string.Create(CultureInfo.InvariantCulture, $"{name}.{course}"), Edition: Edition)))
        .ToDictionary(course => course.Id, course => course.Edition, StringComparer.Ordinal);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var came = watch.Elapsed;
        var name = Names[context.Connection.LocalIpAddress!.MapToIPv4().GetAddressBytes()[3] - 2];
        var node = context.Request.Headers.UserAgent.ToString().Split("https://")[^1].Split('.')[0];
        var visit = new PortalVisit(node, context.Request.Path + context.Request.QueryString.ToString(), came);
        visits.GetOrAdd(name, _ => new()).Enqueue(visit);
        try
        {
            await AnswerAsync(context, name, node);
        }
        finally
        {
            // Before the end is sent, because a busy machine may come back to this line long after the node has read it.
            visit.Went = watch.Elapsed;
            await context.Response.CompleteAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context, string name, string node)
    {
        if (context.Request.Path != "/courses")
        {
            context.Response.StatusCode = 404;
        }
        else if (RetryAfter is { } seconds)
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = seconds;
        }
        else
        {
            var page = int.TryParse(context.Request.Query["page"], CultureInfo.InvariantCulture, out var number) ? number : 1;
            if (page > HeldFrom && held.TryGetValue(node, out var gate))
            {
                await gate.Task;
            }

            context.Response.ContentType = "application/vnd.api+json; moochub-version=3";
            await context.Response.WriteAsync(JsonSerializer.Serialize(Page(name, page, $"http://{context.Request.Host}")));
        }
    }

    private object Page(string name, int page, string root) => new
    {
        links = new { next = page < Pages ? $"{root}/courses?page={page + 1}" : null },
        meta = new { total = Pages * CoursesAPage },
        data = Enumerable.Range((page - 1) * CoursesAPage, CoursesAPage).Select(course => new
        {
            type = "Course",
            id = course.ToString(CultureInfo.InvariantCulture),
            attributes = new
            {
                name = $"Курс {course} порталу {name}",
                description = $"<p>Вигаданий курс {course} порталу {name}: медіаграмотність і кібербезпека, {Edition}.</p>",
                url = $"{root}/course/{course}",
                inLanguage = new[] { "uk" },
            },
        }),
    };

    private string Edition => string.Create(CultureInfo.InvariantCulture, $"видання {Volatile.Read(ref edition)}");

    [GeneratedRegex(@"видання \d+")]
    private static partial Regex Said();

    private static int Number(string name) => int.Parse(name.Split('-')[1], CultureInfo.InvariantCulture);

    private static IPAddress OnLoopback(int number) => new([127, 0, 0, (byte)(number + 2)]);
}
