using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>What the guard knows of a run when it ends. Counts are of courses; what is usual is the median over <see cref="Usual"/>.</summary>
public sealed record RunOutcome
{
    public required RunKind Kind { get; init; }
    public required HarvestEnd End { get; init; }

    /// <summary>Why reading ended early; null where it did not.</summary>
    public string? Failure { get; init; }
    public required int Found { get; init; }
    public int Refused { get; init; }

    /// <summary>The portal's own total, where it tells one.</summary>
    public int? Expected { get; init; }

    /// <summary>Field by field the share of the found courses that have it, 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> Filled { get; init; } = new Dictionary<string, double>();

    /// <summary>Found courses that the catalogue knows, and how many of them have another title than there.</summary>
    public int Known { get; init; }
    public int Retitled { get; init; }

    /// <summary>Titles and addresses that the catalogue does not have yet.</summary>
    public FreshValues Titles { get; init; } = FreshValues.None;
    public FreshValues Links { get; init; } = FreshValues.None;

    /// <summary>Names of the portal itself, which are no titles of courses.</summary>
    public IReadOnlyList<string> SiteNames { get; init; } = [];

    /// <summary>Active courses of the source, how many of them the run does not list, and how many the portal says are gone.</summary>
    public int Active { get; init; }
    public int Unlisted { get; init; }
    public int Deleted { get; init; }

    /// <summary>The last complete promoted runs.</summary>
    public IReadOnlyList<HarvestReport> Usual { get; init; } = [];

    /// <summary>A run over the network was promoted before.</summary>
    public bool Harvested { get; init; }
    public bool Trusted { get; init; }

    public int Listings => Found + Refused;
}

/// <summary>How many new or changed values there are, and which of them comes most often, how often.</summary>
public sealed record FreshValues(int Count, string? Commonest, int Times)
{
    public static readonly FreshValues None = new(0, null, 0);
}
