using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Probing;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Crawler.Tests.Platforms;
using DcCourseIndex.Crawler.Tests.Sources;

namespace DcCourseIndex.Crawler.Tests.Probing;

/// <summary>Probes an invented site, and harvests it by the file that came of it.</summary>
internal static class Probed
{
    public static readonly IReadOnlyDictionary<string, ICoursePlatform> Platforms = AllPlatforms.Create(_ => null).ToDictionary(platform => platform.Name);

    public static readonly FetchSettings Settings = LoopbackPortal.Settings with { MaxRequests = AddressProbe.MostRequests, Retries = 0 };

    public static Task<ProbeReport> LookAsync(ServedSite site, string path = "/") => LookAsync(new Uri(site.Root, path));

    public static Task<ProbeReport> LookAsync(Uri address, bool allowPrivate = true) =>
        new AddressProbe(LoopbackPortal.Fetchers(Settings), TimeProvider.System, Platforms)
            .LookAsync(new ProbeWish(address) { Name = "novyi", AllowPrivateAddress = allowPrivate, Delay = TimeSpan.Zero }, CancellationToken.None);

    /// <summary>Writes the file into a folder, reads the folder strictly, and reads the site by the source that it holds.</summary>
    public static async Task<Harvested> HarvestAsync(ProbeReport report)
    {
        using var folder = new SourceFolder();
        folder.With($"{report.Name}.yml", report.FileText ?? throw new InvalidOperationException(report.Refusal));
        var set = SourceFiles.Load(folder.Path, Platforms.Keys.ToHashSet());
        Assert.Empty(set.Problems);
        var source = Assert.Single(set.Sources);
        Assert.False(source.Enabled);
        Assert.Empty(Platforms[source.Platform].Check(source));
        using var fetcher = LoopbackPortal.Fetchers().For(source);
        return await Harvested.Of(Platforms[source.Platform], source, fetcher);
    }
}
