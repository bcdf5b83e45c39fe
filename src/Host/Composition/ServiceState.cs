using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Composition;

/// <summary>What an operator wants to see at one glance. <paramref name="Broken"/> is empty unless the catalogue was checked and is not sound.</summary>
internal sealed record ServiceState(CatalogPosition Catalog, long IndexRevision, long Behind, string Dictionary, IReadOnlyList<SourceStatus> Sources, IReadOnlyList<string> Broken)
{
    public static async Task<ServiceState> ReadAsync(IServiceProvider services, bool deep, CancellationToken ct)
    {
        var catalog = await services.GetRequiredService<LedgerStore>().PositionAsync(ct);
        var index = services.GetRequiredService<IndexView>().Position();
        return new ServiceState(
            catalog,
            index.Revision,
            index.Epoch == catalog.Epoch ? catalog.Revision - index.Revision : catalog.Revision,
            services.GetRequiredService<TextAnalysis>().Dictionary,
            await services.GetRequiredService<ICourseCatalog>().SourcesAsync(ct),
            deep ? await services.GetRequiredService<CatalogCheck>().RunAsync(ct) : []);
    }
}
