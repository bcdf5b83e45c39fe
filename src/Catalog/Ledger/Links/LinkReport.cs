using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The kept report of one check of many links; counts are of courses.</summary>
public sealed record LinkReport
{
    public required long Id { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it goes on, or where it was cut off.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Asked for by an operator, not by the schedule.</summary>
    public bool ByHand { get; init; }

    /// <summary>Courses whose address was judged, also those that share the answer of a silent host.</summary>
    public int Checked { get; init; }
    public long Requests { get; init; }

    /// <summary>Courses that took a new revision.</summary>
    public int Changed { get; init; }

    /// <summary>Courses that are due and were not reached: more than a night holds, paused sources, closed hours.</summary>
    public int Remaining { get; init; }

    /// <summary>How many of the judged courses are in each class after the check, by the class's wire name.</summary>
    public IReadOnlyDictionary<string, int> Classes { get; init; } = new Dictionary<string, int>();

    /// <summary>What an operator should know of it; null: nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>Courses of one source in one class.</summary>
public sealed record LinkCount(string Source, LinkHealth Class, int Courses);
