using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Tests.Sample;

/// <summary>A real store in a folder of its own, for what the sample catalogue does not play: runs, alarms, the pulse of the harvest.</summary>
internal sealed class SampleLedger : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dccourseindex-").FullName;

    public SampleLedger() => Store = LedgerStore.Open(folder, TimeProvider.System);

    public LedgerStore Store { get; }

    /// <summary>The parts that the pages about sources ask, over the store of the container.</summary>
    public static void AddTo(IServiceCollection services, IReadOnlyList<WatchedSource> watched) => services
        .AddSingleton(watched)
        .AddSingleton(new LedgerOptions())
        .AddSingleton<HeldRuns>()
        .AddSingleton<WatchMarks>()
        .AddSingleton<SourceWatch>()
        .AddSingleton<AlarmLedger>()
        .AddSingleton<RunHistory>()
        .AddSingleton<DatedChanges>()
        .AddSingleton<WholeCatalogue>()
        .AddSingleton<HelpPlaceLedger>()
        .AddSingleton<ListLedger>()
        .AddSingleton<QueryLedger>()
        .AddSingleton<KeyLedger>()
        .AddSingleton<VerdictLedger>()
        .AddSingleton<ShownLedger>()
        .AddSingleton<Forgetting>()
        .AddSingleton<FieldReading>((_, value) => (value, null))
        .AddSingleton<VerdictCheck>()
        .AddSingleton<VerdictTaking>()
        .AddSingleton<WorkRequests>()
        .AddSingleton<ClusterRecords>()
        .AddSingleton<DuplicateVerdicts>()
        .AddSingleton<AddedSources>()
        .AddSingleton<DeskSessions>()
        .AddSingleton<MistakeReports>();

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
