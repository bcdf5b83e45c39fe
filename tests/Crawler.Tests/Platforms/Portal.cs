using System.Net;
using System.Text;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms;

/// <summary>A portal made of answers by address, for tests that need one page to be odd; notes every request.</summary>
internal sealed class Portal : IPageFetcher
{
    private readonly Dictionary<string, Func<PageRequest, Page>> answers = [];

    private Func<PageRequest, Page> otherwise = request => new Page { Request = request, Address = request.Address, Status = HttpStatusCode.NotFound };

    public List<PageRequest> Asked { get; } = [];

    public PastHarvest Past { get; init; } = PastHarvest.None;

    /// <summary>What its robots.txt names.</summary>
    public IReadOnlyList<string> Sitemaps { get; init; } = [];

    public Task<IReadOnlyList<string>> SitemapsAsync(Uri address, CancellationToken ct) => Task.FromResult(Sitemaps);

    /// <summary>Answers every request with one body.</summary>
    public static Portal Everywhere(byte[] body, string type) => new()
    {
        otherwise = request => new Page { Request = request, Address = request.Address, Status = HttpStatusCode.OK, Body = body, ContentType = type },
    };

    public static SourceDefinition Source(string platform) => new()
    {
        Name = "portal",
        Title = "Портал",
        Platform = platform,
        Address = new Uri("https://portal.example"),
        File = "portal.yml",
    };

    /// <summary>Answers a path and query (a web-service function, or the page of a search, after «#») with a body.</summary>
    public Portal With(string path, string body, int status = 200, string type = "text/html; charset=utf-8", Dictionary<string, string>? headers = null, string? endsAt = null) =>
        With(path, request => new Page
        {
            Request = request,
            Address = endsAt is null ? request.Address : new Uri(request.Address, endsAt),
            Status = (HttpStatusCode)status,
            Body = Encoding.UTF8.GetBytes(body),
            ContentType = type,
            Headers = headers ?? [],
        });

    public Portal Failing(string path, FailureKind kind) =>
        With(path, request => new Page { Request = request, Address = request.Address, Failure = new PageFailure(kind, "no answer came; try later.") });

    public Portal With(string path, Func<PageRequest, Page> answer)
    {
        answers[path] = answer;
        return this;
    }

    public Task<Page> FetchAsync(PageRequest request, CancellationToken ct)
    {
        lock (Asked) Asked.Add(request);
        var key = request.Address.PathAndQuery + (request.Form is { } form ? $"#{form.GetValueOrDefault("wsfunction") ?? form.GetValueOrDefault("page_index")}" : "");
        return Task.FromResult(answers.GetValueOrDefault(key, otherwise)(request));
    }
}
