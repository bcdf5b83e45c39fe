using System.Text.Json;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms;

/// <summary>A whole recorded portal beside the working copy, with what was really created on it.</summary>
internal sealed class RecordedSite : IPageFetcher, IDisposable
{
    private readonly PageFetcher fetcher;

    private RecordedSite(SourceDefinition source, JsonElement truth)
    {
        Source = source;
        Truth = truth;
        fetcher = new PageFetchers(new FetchSettings(), TimeProvider.System, NullLoggerFactory.Instance).For(source);
    }

    public SourceDefinition Source { get; }
    public JsonElement Truth { get; }
    public List<PageRequest> Asked { get; } = [];

    /// <summary>Null, after saying so, where the recordings are not on this machine.</summary>
    /// <param name="truth">The site whose truth.json holds, where a later day has none of its own.</param>
    public static RecordedSite? Open(string name, string platform, string home, Xunit.Abstractions.ITestOutputHelper output, string? truth = null)
    {
        if (Workspace.Captures($"sites/{name}") is not { } folder)
        {
            output.WriteLine($"Passed without a check: the recording captures/sites/{name} is not beside the working copy.");
            return null;
        }

        var known = JsonDocument.Parse(File.ReadAllText(Path.Combine(Workspace.Captures($"sites/{truth ?? name}")!, "truth.json"))).RootElement;
        return new RecordedSite(new SourceDefinition
        {
            Name = name.Replace('.', '-'),
            Title = name,
            Platform = platform,
            Address = new Uri(known.GetProperty("site").GetProperty(home).GetString()!),
            Recorded = folder,
            File = $"{name}.yml",
        }, known);
    }

    public Task<Page> FetchAsync(PageRequest request, CancellationToken ct)
    {
        Asked.Add(request);
        return fetcher.FetchAsync(request, ct);
    }

    public void Dispose() => fetcher.Dispose();
}
