using DcCourseIndex.Crawler.Fetching.Owners;
using DcCourseIndex.Crawler.Fetching.Pacing;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>What a page fetcher is put together from.</summary>
internal sealed record PageFetcherParts(SourceDefinition Source, FetchSettings Settings, PoliteTransport Transport, OwnersWord Owners, FetchCount Count)
{
    /// <summary>Null where nothing is remembered: recorded sources, and runs that are being recorded.</summary>
    public RunMemory? Memory { get; init; }

    /// <summary>Nothing where the run neither uses nor leaves anything for others: checks, recordings.</summary>
    public PastHarvest Past { get; init; } = PastHarvest.None;

    /// <summary>Over the network, and not from a recording.</summary>
    public bool IsLive => Source.Recorded is null;

    /// <summary>Why nothing can be asked at all; null: all is well.</summary>
    public PageFailure? NotReady { get; init; }
}
