using DcCourseIndex.Crawler.Fetching.Recorded;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>Makes the page fetcher of each run; one for the whole process, because gates, circuits and robots rules belong to hosts and not to runs.</summary>
public sealed class PageFetchers(FetchSettings settings, TimeProvider clock, ILoggerFactory logs)
{
    /// <summary>A fetcher for one run of a source, with cookies and figures of its own; dispose it when the run ends.</summary>
    public PageFetcher For(SourceDefinition source)
    {
        var count = new FetchCount();
        var recording = source.Recorded is { } folder ? Recording.Load(folder) : null;
        var door = recording is not null ? new RecordedHandler(recording) : throw new NotSupportedException("Only recorded sources for now.");
        return new(source, settings, new Transport(door, settings, clock, count), count, logs.CreateLogger<PageFetcher>());
    }
}
