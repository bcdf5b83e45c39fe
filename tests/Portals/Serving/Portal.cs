using System.Collections.Immutable;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Portals.Serving;

/// <summary>
/// An invented portal on the loopback that speaks like a real one: answers are a function of its data, what it was asked is kept,
/// and it misbehaves when its switches say so.
/// </summary>
public abstract class Portal(PortalOptions options) : IAsyncDisposable
{
    private WebApplication? application;
    private ImmutableList<PortalRequest> requests = [];

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Root of the absolute addresses in the answers.</summary>
    public Uri PublicAddress => options.PublicAddress ?? Address;

    /// <summary>What was asked so far, in order.</summary>
    public IReadOnlyList<PortalRequest> Requests => requests;

    public Switches Switches { get; } = new();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (application is not null)
        {
            await application.DisposeAsync();
        }
    }

    /// <summary>An absolute address of this portal as it stands in pages.</summary>
    internal string Url(string target) => PublicAddress.GetLeftPart(UriPartial.Authority) + target;

    internal abstract PortalAnswer Answer(PortalRequest request);

    /// <summary>Whether the answer is a list or a part of one.</summary>
    internal abstract bool IsList(PortalRequest request);

    internal abstract PortalAnswer LoginPage();

    internal async Task ListenAsync()
    {
        // The empty builder reads no settings of the process that a test happens to run in.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        application = builder.Build();
        application.Run(AnswerAsync);
        await application.StartAsync();
        Address = new Uri(application.Urls.Single());
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await Remember(context);
        if (Switches.Delay is { } delay)
        {
            await delay(request, context.RequestAborted);
        }

        var answer = Choose(request);
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Headers.GetValueOrDefault("ETag") is { } tag && request.Headers.GetValueOrDefault("If-None-Match") == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            return;
        }

        var body = Encoding.UTF8.GetBytes(answer.Body);
        if (Switches.Truncate && request.Path != "/robots.txt")
        {
            body = body[..(body.Length / 2)];
        }

        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private async Task<PortalRequest> Remember(HttpContext context)
    {
        var read = await RequestReader.ReadAsync(context, options.Time.GetUtcNow());
        ImmutableInterlocked.Update(ref requests, list => list.Add(read = read with { Number = list.Count + 1 }));
        return read;
    }

    private PortalAnswer Choose(PortalRequest request) =>
        Switches.Fail(request)
        ?? (request.Path == "/robots.txt" ? RobotsAnswer() : null)
        ?? (Switches.LoginPageInsteadOfLists && IsList(request) ? LoginPage() : null)
        ?? Rewritten(request, Answer(request));

    private PortalAnswer Rewritten(PortalRequest request, PortalAnswer answer) =>
        Switches.Rewrite is { } rewrite && IsList(request) ? answer with { Body = rewrite(answer.Body) } : answer;

    private PortalAnswer RobotsAnswer() =>
        (Switches.Robots ?? options.Robots) is { } rules
            ? PortalAnswer.Text(rules)
            : PortalAnswer.Html("<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>", 404);
}
