using System.Diagnostics.Metrics;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>The gauges of catalogue, index and sources, over the glance that was read last.</summary>
internal sealed class CatalogueGauges
{
    private readonly Func<CatalogueGlance> last;

    public CatalogueGauges(Meter meter, Func<CatalogueGlance> last)
    {
        this.last = last;
        meter.CreateObservableGauge("dccourseindex.catalogue.readable", () => Now.Catalogue is null ? 0 : 1, null, "1 where the catalogue can be read; without it the figures of sources are missing.");
        meter.CreateObservableGauge("dccourseindex.catalogue.revision", () => One(Now.Catalogue), "{revision}", "The catalogue's revision.");
        meter.CreateObservableGauge("dccourseindex.index.revision", () => Now.Index, "{revision}", "The revision that the index has read.");
        meter.CreateObservableGauge("dccourseindex.index.behind", () => One(Now.Behind), "{revision}", "Revisions that the index has not read yet.");
        meter.CreateObservableGauge("dccourseindex.harvest.wanted", () => One(Now.Harvest is { } pulse ? pulse.Wanted ? 1 : 0 : null), null, "1 where a source is to be harvested.");
        meter.CreateObservableGauge("dccourseindex.harvest.alive", () => One(Now.Harvest is { } pulse ? pulse.Alive ? 1 : 0 : null), null, "1 where a process with the crawl role has been seen within ten minutes.");
        meter.CreateObservableGauge("dccourseindex.source.courses", () => Now.Sources.SelectMany(Courses), "{course}", "Courses of a source by state.");
        meter.CreateObservableGauge("dccourseindex.source.complete.timestamp", () => Each(source => source.LastComplete?.ToUnixTimeSeconds() ?? 0), "s", "When the last promoted complete run of a source was; 0 where there was none.");
        meter.CreateObservableGauge("dccourseindex.source.paused", () => Each(source => source.Paused ? 1 : 0), null, "1 where somebody paused the source.");
        meter.CreateObservableGauge("dccourseindex.source.failures", () => Each(Failures), "{run}", "Failed runs of a source in a row, up to ten.");
        meter.CreateObservableGauge("dccourseindex.source.held", () => Each(source => source.Reports.Count(report => report.State == RunState.Held)), "{run}", "Runs of a source that wait for review.");
        meter.CreateObservableGauge("dccourseindex.source.alarm", () => Now.Sources.SelectMany(Alarms), null, "1 where an alarm of that kind stands.");
        meter.CreateObservableGauge("dccourseindex.run.courses", () => Newest().SelectMany(Outcomes), "{course}", "Courses of a source's newest ended run, by what became of them.");
        meter.CreateObservableGauge("dccourseindex.run.requests", () => Newest().SelectMany(Requests), "{request}", "Requests of a source's newest ended run, by whether they brought something new.");
        meter.CreateObservableGauge("dccourseindex.run.received", () => Newest().Select(run => Of(run.Source, run.Fetched.Bytes)), "By", "What a source's newest ended run received over the wire.");
        meter.CreateObservableGauge("dccourseindex.run.duration", () => Newest().Select(run => Of(run.Source, (long)(run.EndedAt!.Value - run.StartedAt).TotalSeconds)), "s", "Time of a source's newest ended run, waiting included.");
    }

    private CatalogueGlance Now => last();

    private static IEnumerable<Measurement<long>> One(long? value) => value is { } known ? [new(known)] : [];

    private static Measurement<long> Of(string source, long value, params ReadOnlySpan<KeyValuePair<string, object?>> more) => new(value, [new("source", source), .. more]);

    private IEnumerable<Measurement<long>> Each(Func<SourceStatus, long> value) => Now.Sources.Select(source => Of(source.Name, value(source)));

    private IEnumerable<HarvestReport> Newest() =>
        Now.Sources.Select(source => source.Reports.FirstOrDefault(report => report.EndedAt is not null)).OfType<HarvestReport>();

    private static long Failures(SourceStatus source) =>
        source.Reports.Where(report => report.EndedAt is not null).TakeWhile(report => report.State == RunState.Failed).Count();

    private static IEnumerable<Measurement<long>> Courses(SourceStatus source) =>
    [
        Of(source.Name, source.Active, new KeyValuePair<string, object?>("state", Wire.Name(CourseState.Active))),
        Of(source.Name, source.Missing, new KeyValuePair<string, object?>("state", Wire.Name(CourseState.Missing))),
        Of(source.Name, source.Retired, new KeyValuePair<string, object?>("state", Wire.Name(CourseState.Retired))),
    ];

    // Every kind at every time: a figure that is no longer told would stand for ever.
    private IEnumerable<Measurement<long>> Alarms(SourceStatus source) => Enum.GetValues<AlarmKind>().Select(kind =>
        Of(source.Name, Now.Alarms.Any(alarm => alarm.Source == source.Name && alarm.Kind == kind) ? 1 : 0, new KeyValuePair<string, object?>("kind", Wire.Name(kind))));

    private static IEnumerable<Measurement<long>> Outcomes(HarvestReport run) =>
        new (string Outcome, int Count)[] { ("found", run.Found), ("new", run.New), ("changed", run.Changed), ("missing", run.Missing), ("retired", run.Retired), ("refused", run.Refused) }
            .Select(row => Of(run.Source, row.Count, new KeyValuePair<string, object?>("outcome", row.Outcome)));

    private static IEnumerable<Measurement<long>> Requests(HarvestReport run) =>
    [
        Of(run.Source, run.Fetched.Requests - run.Fetched.NotModified, new KeyValuePair<string, object?>("answer", "new")),
        Of(run.Source, run.Fetched.NotModified, new KeyValuePair<string, object?>("answer", "unchanged")),
    ];
}
