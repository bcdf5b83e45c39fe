using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Sources;

/// <summary>The report of one run: counts of courses, what it cost the portal, and in words what was not taken. Lists leave the words out.</summary>
internal sealed record RunReport
{
    public required long Run { get; init; }
    public required string Source { get; init; }
    public required RunKind Kind { get; init; }
    public required RunState State { get; init; }
    public HarvestEnd? End { get; init; }

    /// <summary>The node that ran it last; absent where nobody named one.</summary>
    public string? Node { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>From beginning to end, with the time that a stopped run lay still.</summary>
    public long? DurationMs { get; init; }
    public required int Found { get; init; }
    public required int New { get; init; }
    public required int Changed { get; init; }
    public required int Unchanged { get; init; }
    public required int Returned { get; init; }
    public required int Missing { get; init; }
    public required int Retired { get; init; }
    public required int Refused { get; init; }
    public required int Noted { get; init; }

    /// <summary>Courses of which only the plain facts were taken, because their owner reserves text and data mining.</summary>
    public required int Reserved { get; init; }
    public required long Requests { get; init; }
    public required long NotModified { get; init; }

    /// <summary>As they came over the wire.</summary>
    public required long Bytes { get; init; }

    /// <summary>Waited out of politeness.</summary>
    public required long WaitedMs { get; init; }

    /// <summary>Field by field the share of the found courses that have it, 0 to 1.</summary>
    public required IReadOnlyDictionary<string, double> Filled { get; init; }
    public string? HeldBecause { get; init; }
    public string? Failure { get; init; }
    public SlowestRequest? Slowest { get; init; }

    /// <summary>By reason, the commonest first; null in lists.</summary>
    public IReadOnlyList<RefusalGroup>? Refusals { get; init; }

    /// <summary>Doubts about listings that were taken, the first hundred; null in lists.</summary>
    public IReadOnlyList<ListingNote>? Notes { get; init; }

    /// <summary>With all words.</summary>
    public static RunReport Of(HarvestReport report) => InList(report) with
    {
        HeldBecause = report.HeldBecause,
        Failure = report.Failure,
        Slowest = report.Slowest,
        Refusals = report.RefusalGroups.Count > 0 ? report.RefusalGroups : RefusalGroups.Of(report.Refusals),
        Notes = report.Notes,
    };

    /// <summary>In figures alone.</summary>
    public static RunReport InList(HarvestReport report) => new()
    {
        Run = report.Run,
        Source = report.Source,
        Kind = report.Kind,
        State = report.State,
        End = report.End,
        Node = report.Node,
        StartedAt = report.StartedAt,
        EndedAt = report.EndedAt,
        DurationMs = report.EndedAt is { } end ? (long)(end - report.StartedAt).TotalMilliseconds : null,
        Found = report.Found,
        New = report.New,
        Changed = report.Changed,
        Unchanged = report.Unchanged,
        Returned = report.Returned,
        Missing = report.Missing,
        Retired = report.Retired,
        Refused = report.Refused,
        Noted = report.Noted,
        Reserved = report.Reserved,
        Requests = report.Fetched.Requests,
        NotModified = report.Fetched.NotModified,
        Bytes = report.Fetched.Bytes,
        WaitedMs = report.Fetched.WaitedMs,
        Filled = report.Filled,
    };
}

/// <summary>Runs of one source, newest first.</summary>
internal sealed record RunList(IReadOnlyList<RunReport> Items, string? Next);
