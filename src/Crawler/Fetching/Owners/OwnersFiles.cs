using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching.Robots;
using DcCourseIndex.Crawler.Fetching.Rules;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Fetching.Owners;

/// <summary>The files in which owners speak to crawlers, for all runs of a process.</summary>
internal sealed class OwnersFiles(FetchSettings settings, TimeProvider clock, ILogger log, SiteFiles? copies)
{
    public HostRobots Robots { get; } = new(settings, clock, log, copies);

    /// <summary>An origin whose file cannot be had does not use the protocol.</summary>
    public OriginFile<MiningFile> Mining { get; } = new("/.well-known/tdmrep.json", MiningFile.MaxBytes, (body, _) => MiningFile.Read(body), settings, clock, copies, log);
}
