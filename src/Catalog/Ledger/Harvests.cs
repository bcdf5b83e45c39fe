using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Where a run's listings come from; only runs over the network can be held for being the first.</summary>
[JsonConverter(typeof(WireConverter<RunKind>))]
public enum RunKind
{
    [JsonStringEnumMemberName("harvest")] Harvest,
    [JsonStringEnumMemberName("recorded")] Recorded,
    [JsonStringEnumMemberName("import")] Import,
}

/// <summary>The wish to run one source.</summary>
public sealed record HarvestOpening(string Source, RunKind Kind, DateTimeOffset At)
{
    /// <summary>The name of the node that runs it; null where there is only one and nobody named it.</summary>
    public string? Node { get; init; }

    /// <summary>The number of the lease under which it runs; 0: the catalogue is one process's alone.</summary>
    public long Fence { get; init; }
}

/// <summary>An open run. <paramref name="Marker"/> is null for a fresh one, else the place to go on from (the platform's own words); then <paramref name="Found"/> courses and <paramref name="Refused"/> listings are recorded already.</summary>
public sealed record HarvestRun(long Id, string Source, RunKind Kind, DateTimeOffset StartedAt, string? Marker, int Found = 0, int Refused = 0)
{
    /// <summary>What was recorded so far said that the run lists only what changed.</summary>
    public bool Partial { get; init; }

    /// <summary>The number of the lease under which it runs; 0: none. Once another node has the lease, nothing is written to the run any more.</summary>
    public long Fence { get; init; }
}

/// <summary>One listing on its way into the catalogue.</summary>
public sealed record HarvestEntry(RawListing Raw, Course Course, Tagging Tagging);

/// <summary>A listing that was not taken, and why: <paramref name="Reason"/> is a sentence that names the place and the remedy; <paramref name="Line"/> counts from 1 in imports.</summary>
public sealed record Refusal(string? SourceId, string Reason, string? Address = null, int? Line = null);

/// <summary>A listing that was taken although something in it was not understood: where, and what, as a sentence; <paramref name="Line"/> counts from 1 in imports.</summary>
public sealed record ListingNote(string? SourceId, string Sentence, int? Line = null);

/// <summary>What was read up to one page boundary.</summary>
public sealed record HarvestBatch(IReadOnlyList<HarvestEntry> Entries, IReadOnlyList<Refusal> Refusals, string? Marker)
{
    /// <summary>The platform's own identifiers of courses that the portal says are gone: they are retired when the run is promoted, unless it lists them later.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>The run lists only what changed, so that it says nothing of courses that it does not list. Holds for the whole run once it was said.</summary>
    public bool Partial { get; init; }
}

/// <summary>How reading ended: only a complete run says anything about courses that it did not list.</summary>
[JsonConverter(typeof(WireConverter<HarvestEnd>))]
public enum HarvestEnd
{
    /// <summary>Every page was read.</summary>
    [JsonStringEnumMemberName("complete")] Complete,

    /// <summary>Reading ended as planned without the whole list (an import of some courses, a portal that lists only what changed).</summary>
    [JsonStringEnumMemberName("partial")] Partial,

    /// <summary>Reading stopped on a failure; what came before it is judged.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>The run was left at a page boundary and goes on from there next time; the failure says why, where it was not the program's own end.</summary>
    [JsonStringEnumMemberName("interrupted")] Interrupted,
}

/// <summary>
/// How a run ends. <paramref name="HeldBecause"/> is the run guard's judgement (null: plausible, promote);
/// <paramref name="Failure"/> is the sentence that an operator reads where reading failed, or what became of the run since.
/// </summary>
public sealed record HarvestClosing(HarvestEnd End, string? HeldBecause, string? Failure, FetchFigures Fetched, DateTimeOffset At)
{
    /// <summary>Field by field the share of the found courses that have it, 0 to 1; empty where nobody counted.</summary>
    public IReadOnlyDictionary<string, double> Filled { get; init; } = new Dictionary<string, double>();

    /// <summary>The request that took longest; null where none was made.</summary>
    public SlowestRequest? Slowest { get; init; }

    /// <summary>The first hundred doubts about listings that were taken, and how many there were; of a resumed import those since.</summary>
    public IReadOnlyList<ListingNote> Notes { get; init; } = [];
    public int Noted { get; init; }

    /// <summary>Listings read since the last start whose text the owner reserves.</summary>
    public int Reserved { get; init; }
}

/// <summary>The request of a run that took longest, without its waits: the address without secrets, and the time in milliseconds.</summary>
public sealed record SlowestRequest(string Address, long Milliseconds);

/// <summary>What a run cost its portal. Times in milliseconds, bytes as they came over the wire.</summary>
public sealed record FetchFigures(long Requests = 0, long NotModified = 0, long Bytes = 0, long WaitedMs = 0)
{
    public static readonly FetchFigures None = new();
}

/// <summary>What became of a run.</summary>
[JsonConverter(typeof(WireConverter<RunState>))]
public enum RunState
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("promoted")] Promoted,
    [JsonStringEnumMemberName("held")] Held,
    [JsonStringEnumMemberName("discarded")] Discarded,
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <summary>The kept report of one run; counts are of courses.</summary>
public sealed record HarvestReport
{
    public required long Run { get; init; }
    public required string Source { get; init; }
    public required RunKind Kind { get; init; }
    public required RunState State { get; init; }
    public HarvestEnd? End { get; init; }

    /// <summary>The node that ran it last; null where nobody named one.</summary>
    public string? Node { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public int Found { get; init; }
    public int New { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }

    /// <summary>Back after having been missing or retired; counted among changed.</summary>
    public int Returned { get; init; }

    /// <summary>Courses that this run was the first not to list, so that they count as missing now.</summary>
    public int Missing { get; init; }

    /// <summary>Courses that this run retired: after the set number of runs and days, or because the portal said that they are gone.</summary>
    public int Retired { get; init; }
    public int Refused { get; init; }

    /// <summary>Courses of which only the plain facts were taken, because their owner reserves text and data mining.</summary>
    public int Reserved { get; init; }

    /// <summary>The first hundred refusals.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>All refusals by reason, the commonest first; empty while the run is open, and once its words are a year old.</summary>
    public IReadOnlyList<RefusalGroup> RefusalGroups { get; init; } = [];

    /// <summary>Doubts about listings that were taken (a value that is none of the known ones); the first hundred of them in <see cref="Notes"/>.</summary>
    public int Noted { get; init; }
    public IReadOnlyList<ListingNote> Notes { get; init; } = [];
    public string? HeldBecause { get; init; }
    public string? Failure { get; init; }
    public FetchFigures Fetched { get; init; } = FetchFigures.None;

    /// <summary>Field by field the share of the found courses that have it, 0 to 1; of a resumed run those read since. Empty where nobody counted.</summary>
    public IReadOnlyDictionary<string, double> Filled { get; init; } = new Dictionary<string, double>();

    /// <summary>The request that took longest; null where none was made.</summary>
    public SlowestRequest? Slowest { get; init; }

    /// <summary>The catalogue's revision when the run was promoted; null while it has not been.</summary>
    public long? Revision { get; init; }
}

/// <summary>A source as the catalogue knows it: what it has, and how its runs went.</summary>
public sealed record SourceStatus
{
    public required string Name { get; init; }
    public bool Paused { get; init; }

    /// <summary>Why scheduled runs leave it alone, or last did; null where its last run did well.</summary>
    public SourceRest? Rest { get; init; }
    public int Active { get; init; }
    public int Missing { get; init; }
    public int Retired { get; init; }

    /// <summary>The last promoted complete run.</summary>
    public DateTimeOffset? LastComplete { get; init; }

    /// <summary>
    /// The last promoted complete run that counted: every active course was listed by it or later. Being seen again makes no revision, so
    /// whoever shows when an active course was last seen takes the later one of this and what the course says. Null where there was none.
    /// </summary>
    public DateTimeOffset? AllSeen { get; init; }

    /// <summary>Newest first: the last ten, and every held one.</summary>
    public IReadOnlyList<HarvestReport> Reports { get; init; } = [];
}
