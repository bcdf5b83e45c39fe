using System.Net;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>The page fetcher of one run of one source.</summary>
public sealed class PageFetcher : IPageFetcher, IDisposable
{
    private readonly SourceDefinition source;
    private readonly FetchSettings settings;
    private readonly Transport transport;
    private readonly FetchCount count;
    private readonly ILogger log;

    internal PageFetcher(SourceDefinition source, FetchSettings settings, Transport transport, FetchCount count, ILogger log) =>
        (this.source, this.settings, this.transport, this.count, this.log) = (source, settings, transport, count, log);

    /// <summary>What this run has cost so far.</summary>
    public FetchFigures Figures => count.Figures;

    /// <inheritdoc />
    public async Task<Page> FetchAsync(PageRequest request, CancellationToken ct)
    {
        var ask = new Ask(request.Address, request.Accept) { Form = request.Form, Json = request.Json };
        for (var hops = 0; ; hops++)
        {
            var answer = await transport.SendAsync(ask, ct);
            log.LogDebug("{Source}: {Address} {Status}", source.Name, SafeAddress.Of(ask.Address), (int)answer.Status);
            if (answer.Failure is null && answer.Status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                && hops < settings.MaxRedirects && answer.Header("Location") is { } location && Uri.TryCreate(ask.Address, location, out var next))
            {
                ask = new Ask(next, request.Accept);
                continue;
            }
            return new()
            {
                Request = request,
                Address = ask.Address,
                Status = answer.Status,
                Body = answer.Body,
                ContentType = answer.ContentType,
                Headers = answer.Headers,
                Failure = answer.Failure,
            };
        }
    }

    public void Dispose() => transport.Dispose();
}
