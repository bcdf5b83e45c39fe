namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// The ledger: the one truth about courses, as numbered changes. Every method may be called again with the same input
/// and then changes nothing. A change is never missed by a reader that follows the revisions, but may be seen twice.
/// Nothing a run records touches a course before <see cref="CloseHarvestAsync"/> promotes the run as a whole.
/// Callers retry nothing: a busy store is waited for inside; what is thrown is a bug or a broken disk, or, where several nodes work on the
/// catalogue, a <see cref="RunTakenOverException"/> for a run whose lease another one has (closing such a run changes nothing).
/// Cancellation leaves the store as it was before the call.
/// </summary>
public interface ICourseCatalog
{
    /// <summary>Opens a run of one source, or goes on with the interrupted one: then <see cref="HarvestRun.Marker"/> says where.</summary>
    Task<HarvestRun> OpenHarvestAsync(HarvestOpening opening, CancellationToken ct);

    /// <summary>Adds a batch to the run's own table, with the marker from which the run resumes after it. A listing recorded twice counts once, the later wins.</summary>
    Task RecordAsync(HarvestRun run, HarvestBatch batch, CancellationToken ct);

    /// <summary>Ends the run as the closing says: promoted, held, or dropped; interrupted runs stay open for the next start. Returns the kept report.</summary>
    Task<HarvestReport> CloseHarvestAsync(HarvestRun run, HarvestClosing closing, CancellationToken ct);

    /// <summary>Courses changed after a revision, oldest change first, each once in its newest state; empty means up to date.</summary>
    Task<ChangePage> ChangesAfterAsync(long revision, int limit, CancellationToken ct);

    /// <summary>The newest state of one course under the verdicts on it, retired and hidden ones too; null where the id was never given.</summary>
    Task<CourseChange?> FindAsync(string id, CancellationToken ct);

    /// <summary>The latest raw listing of every course that is not retired, by id, optionally of one source.</summary>
    IAsyncEnumerable<StoredListing> RawListingsAsync(string? source, CancellationToken ct);

    /// <summary>Every source that ever ran, with its counts and last reports, by name.</summary>
    Task<IReadOnlyList<SourceStatus>> SourcesAsync(CancellationToken ct);
}
