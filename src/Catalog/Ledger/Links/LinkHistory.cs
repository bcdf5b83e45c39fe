using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>What the checks of one address have found so far, as far as the next judgement needs it. Times are UTC.</summary>
public sealed record LinkHistory
{
    public static readonly LinkHistory None = new();

    public LinkHealth Class { get; init; }

    /// <summary>When the class was last changed; null while nothing was judged.</summary>
    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>What the last look showed; null before the first.</summary>
    public LinkSight? Sight { get; init; }

    /// <summary>Where the last look ended, when that was another address than the course's.</summary>
    public string? SeenAddress { get; init; }

    /// <summary>The last HTTP status; null where nothing answered.</summary>
    public int? Status { get; init; }

    /// <summary>The last look in a sentence; null where the page simply answers.</summary>
    public string? Reason { get; init; }

    /// <summary>Looks in a row that found the page absent; looks that say nothing do not interrupt the row.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? FirstFailureAt { get; init; }

    /// <summary>The same for looks that found the whole host silent.</summary>
    public int Silences { get; init; }

    public DateTimeOffset? SilentSince { get; init; }

    /// <summary>The address that answers instead; only in the class <see cref="LinkHealth.Moved"/>.</summary>
    public string? MovedTo { get; init; }
}
