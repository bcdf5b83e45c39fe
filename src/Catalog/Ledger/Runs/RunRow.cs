using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A run as its row has it.</summary>
internal sealed class RunRow
{
    /// <summary>An open run is counted when it is asked for; every other has its counts in the row.</summary>
    public const string Columns = """
        runs.id as Id, runs.source as Source, runs.kind as Kind, runs.state as State, runs.ending as Ending,
        runs.started_at as StartedAt, runs.ended_at as EndedAt, runs.marker as Marker,
        runs.held_because as HeldBecause, runs.failure as Failure,
        runs.requests as Requests, runs.not_modified as NotModified, runs.bytes as Bytes, runs.waited_ms as WaitedMs,
        case when runs.state = 'open' then (select count(*) from run_entries e where e.run = runs.id) else runs.found end as Found,
        runs.added as Added, runs.changed as Changed, runs.unchanged as Unchanged, runs.returned as Returned,
        runs.missing as Missing, runs.retired as Retired,
        case when runs.state = 'open' then (select count(*) from run_refusals f where f.run = runs.id) else runs.refused end as Refused,
        runs.refusals as Refusals, runs.revision as Revision,
        runs.filled as Filled, runs.slowest as Slowest, runs.slowest_ms as SlowestMs, runs.partial as Partial,
        runs.refusal_groups as RefusalGroups, runs.noted as Noted, runs.notes as Notes, runs.reserved as Reserved, runs.node as Node
        """;

    public long Id { get; init; }
    public string Source { get; init; } = "";
    public string Kind { get; init; } = "";
    public string State { get; init; } = "";
    public string? Ending { get; init; }
    public string StartedAt { get; init; } = "";
    public string? EndedAt { get; init; }
    public string? Marker { get; init; }
    public string? HeldBecause { get; init; }
    public string? Failure { get; init; }
    public long Requests { get; init; }
    public long NotModified { get; init; }
    public long Bytes { get; init; }
    public long WaitedMs { get; init; }
    public int Found { get; init; }
    public int Added { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }
    public int Returned { get; init; }
    public int Missing { get; init; }
    public int Retired { get; init; }
    public int Refused { get; init; }
    public string Refusals { get; init; } = "[]";
    public long? Revision { get; init; }
    public string Filled { get; init; } = "{}";
    public string? Slowest { get; init; }
    public long SlowestMs { get; init; }
    public long Partial { get; init; }
    public string RefusalGroups { get; init; } = "[]";
    public int Noted { get; init; }
    public string Notes { get; init; } = "[]";
    public int Reserved { get; init; }
    public string? Node { get; init; }

    public bool Is(RunState state) => State == Wire.Name(state);

    public HarvestRun ToRun() => new(Id, Source, StoredName.Of<RunKind>(Kind), Instant.Of(StartedAt), Marker is null ? null : ExactText.Read(Marker), Found, Refused) { Partial = Partial != 0 };

    public HarvestReport ToReport() => new()
    {
        Run = Id,
        Source = Source,
        Kind = StoredName.Of<RunKind>(Kind),
        Node = Node,
        State = StoredName.Of<RunState>(State),
        End = Ending is null ? null : StoredName.Of<HarvestEnd>(Ending),
        StartedAt = Instant.Of(StartedAt),
        EndedAt = EndedAt is null ? null : Instant.Of(EndedAt),
        Found = Found,
        New = Added,
        Changed = Changed,
        Unchanged = Unchanged,
        Returned = Returned,
        Missing = Missing,
        Retired = Retired,
        Refused = Refused,
        Reserved = Reserved,
        Refusals = Json.Read<List<Refusal>>(Refusals),
        RefusalGroups = Json.Read<List<RefusalGroup>>(RefusalGroups),
        Noted = Noted,
        Notes = Json.Read<List<ListingNote>>(Notes),
        HeldBecause = HeldBecause,
        Failure = Failure,
        Fetched = new FetchFigures(Requests, NotModified, Bytes, WaitedMs),
        Revision = Revision,
        Filled = Json.Read<Dictionary<string, double>>(Filled),
        Slowest = Slowest is null ? null : new SlowestRequest(Slowest, SlowestMs),
    };
}
