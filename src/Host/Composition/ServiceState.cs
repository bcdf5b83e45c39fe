using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer.Following;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Composition;

/// <summary>What an operator wants to see at one glance. <paramref name="Index"/> is null where none was built yet; <paramref name="Broken"/> tells of the catalogue and <paramref name="BrokenIndex"/> of the index, empty unless both were <paramref name="ReadThrough"/> and are not sound; <paramref name="Nodes"/> where several may work on the catalogue.</summary>
internal sealed record ServiceState(CatalogPosition Catalog, IndexStatus? Index, string Dictionary, string Tagger, IReadOnlyList<SourceStatus> Sources, IReadOnlyList<SourceAlarm> Alarms, HarvestPulse Harvest, bool ReadThrough, IReadOnlyList<string> Broken, IReadOnlyList<string> BrokenIndex, LinkState Links, IReadOnlyList<NodeSign> Nodes)
{
    public static async Task<ServiceState> ReadAsync(IServiceProvider services, bool deep, CancellationToken ct)
    {
        var catalog = await services.GetRequiredService<LedgerStore>().PositionAsync(ct);
        return new ServiceState(
            catalog,
            services.GetRequiredService<IndexFolder>().Status(catalog),
            services.GetRequiredService<TextAnalysis>().Dictionary,
            Taggers.Describe(services.GetRequiredService<Installation>().Model, services.GetRequiredService<Installation>().Questions),
            await services.GetRequiredService<ICourseCatalog>().SourcesAsync(ct),
            await services.GetRequiredService<SourceWatch>().StandingAsync(ct),
            await services.GetRequiredService<SourceWatch>().PulseAsync(ct),
            deep,
            deep ? await services.GetRequiredService<CatalogCheck>().RunAsync(ct) : [],
            deep ? services.GetRequiredService<IndexFolder>().Check() : [],
            new LinkState(await services.GetRequiredService<LinkReports>().CountsAsync(ct), await services.GetRequiredService<LinkReports>().LastAsync(scheduled: false, ct)),
            services.GetService<NodeSigns>() is { } signs ? await signs.ListAsync(ct) : []);
    }
}

/// <summary>How the links of all courses stand, and the last check of them.</summary>
internal sealed record LinkState(IReadOnlyList<LinkCount> Counts, LinkReport? LastCheck);
