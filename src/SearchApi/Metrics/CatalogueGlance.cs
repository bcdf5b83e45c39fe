using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>What the gauges show, read in one go: sources, their alarms, the harvest's pulse, and how far catalogue and index are. <paramref name="Catalogue"/> is null where the catalogue could not be read.</summary>
internal sealed record CatalogueGlance(long? Catalogue, long Index, HarvestPulse? Harvest, IReadOnlyList<SourceStatus> Sources, IReadOnlyList<SourceAlarm> Alarms)
{
    public static readonly CatalogueGlance None = new(null, 0, null, [], []);

    /// <summary>Revisions that the index has not read yet; null where the catalogue could not be read.</summary>
    public long? Behind => Catalogue is { } revision ? Math.Max(0, revision - Index) : null;
}
