using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Tests.Sample;

/// <summary>The reading side of a catalogue with one retired course and sources in every state.</summary>
internal sealed class SampleCatalogue : ICourseCatalog
{
    public const string Retired = "prometheus.OLD1";

    /// <summary>When the resting sources are asked again: far off, because the site's clock is the real one.</summary>
    public static readonly DateTimeOffset Rested = new(2096, 11, 21, 2, 30, 0, TimeSpan.Zero);

    public Task<CourseChange?> FindAsync(string id, CancellationToken ct) =>
        Task.FromResult(id == Retired ? new CourseChange(9, id, CourseState.Retired, null) : null);

    public Task<IReadOnlyList<SourceStatus>> SourcesAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<SourceStatus>>(
    [
        new() { Name = "dl-sample", Active = 1, Missing = 1, LastComplete = SampleCourses.Seen, Reports = [Run(3, RunState.Held) with { HeldBecause = "half the courses are gone" }] },
        new() { Name = "empty" },
        new() { Name = "failing", Active = 1, Reports = [Run(4, RunState.Failed) with { Failure = "https://secret.example/token=1 answers 500" }], Rest = new(2, Rested, false, "https://secret.example/token=1 answers 500") },
        new() { Name = "pausing", Paused = true, LastComplete = SampleCourses.Seen },
        new() { Name = "prometheus", Active = 1234, Retired = 2, LastComplete = SampleCourses.Seen, Reports = [Run(5, RunState.Promoted)] },
        new() { Name = "reading", Reports = [Run(6, RunState.Open)] },
        new() { Name = "resting", Reports = [Run(7, RunState.Open) with { End = HarvestEnd.Interrupted }], Rest = new(0, Rested, true, "https://secret.example/token=1 answers 429") },
    ]);

    public Task<HarvestRun> OpenHarvestAsync(HarvestOpening opening, CancellationToken ct) => throw new NotSupportedException();

    public Task RecordAsync(HarvestRun run, HarvestBatch batch, CancellationToken ct) => throw new NotSupportedException();

    public Task<HarvestReport> CloseHarvestAsync(HarvestRun run, HarvestClosing closing, CancellationToken ct) => throw new NotSupportedException();

    public Task<ChangePage> ChangesAfterAsync(long revision, int limit, CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<StoredListing> RawListingsAsync(string? source, CancellationToken ct) => throw new NotSupportedException();

    private static HarvestReport Run(long number, RunState state) => new()
    {
        Run = number,
        Source = "any",
        Kind = RunKind.Harvest,
        State = state,
        StartedAt = SampleCourses.Seen.AddMinutes(-5),
        EndedAt = state == RunState.Open ? null : SampleCourses.Seen,
        Found = 12,
        New = 2,
        Changed = 1,
        Unchanged = 9,
        Refused = 1,
    };
}
