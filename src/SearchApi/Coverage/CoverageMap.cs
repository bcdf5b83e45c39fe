using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.SearchApi.Coverage;

/// <summary>How well the catalogue serves each competence of a framework, and where it does not; every count comes from one state of the index.</summary>
internal sealed record CoverageMap
{
    public required string Framework { get; init; }
    public required string Name { get; init; }

    /// <summary>Where the framework comes from and under which licence.</summary>
    public required string Attribution { get; init; }

    /// <summary>What the Ukrainian names are: <c>official</c>, <c>unofficial</c> or <c>draft</c>.</summary>
    public required string UkrainianNames { get; init; }

    /// <summary>The state of the catalogue that was counted.</summary>
    public required CoveragePosition Position { get; init; }

    /// <summary>All courses that pass the filters, also those without a competence.</summary>
    public required int Total { get; init; }
    public required Freshness Freshness { get; init; }

    /// <summary>The levels that are counted, lowest first; <c>unknown</c> are courses whose level nobody states.</summary>
    public IReadOnlyList<string> Levels { get; } = [.. Wire.All<Level>(), "unknown"];

    /// <summary>The learner's purposes that are counted.</summary>
    public IReadOnlyList<string> Contexts { get; } = [.. Wire.All<Context>(), "unknown"];

    /// <summary>The languages that have courses of some competence, most courses first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }
    public required IReadOnlyList<CoverageArea> Areas { get; init; }

    /// <summary>What is missing, worst first; a kind that nothing falls under is left out.</summary>
    public required IReadOnlyList<CoverageGap> Gaps { get; init; }
}

/// <summary>A revision of the catalogue; after a restore from a backup the epoch is another.</summary>
internal sealed record CoveragePosition(string Epoch, long Revision);

/// <summary>How fresh what is known of some courses is: their newest change, and the share (0 to 1) that a run has seen within the last thirty days. Both are absent where there is no course.</summary>
internal sealed record Freshness(DateTimeOffset? NewestChange, double? SeenLately);

/// <summary>An area; a course of two of its competences counts once.</summary>
internal sealed record CoverageArea(string Code, string Label, int Count, IReadOnlyList<CompetenceCoverage> Competences);

/// <summary>One competence: its courses by level and language, by purpose and by price, and the gaps that it has.</summary>
internal sealed record CompetenceCoverage
{
    public required string Code { get; init; }
    public required string Label { get; init; }
    public required int Count { get; init; }
    public required Freshness Freshness { get; init; }

    /// <summary>By every level of the answer.</summary>
    public required IReadOnlyDictionary<string, LevelCoverage> Levels { get; init; }

    /// <summary>By language; only those that have courses.</summary>
    public required IReadOnlyDictionary<string, int> Languages { get; init; }

    /// <summary>By every purpose of the answer; a course for two purposes counts in both.</summary>
    public required IReadOnlyDictionary<string, int> Contexts { get; init; }

    /// <summary>By price; only those that have courses.</summary>
    public required IReadOnlyDictionary<string, int> Prices { get; init; }
    public required IReadOnlyList<GapKind> Gaps { get; init; }
}

/// <summary>The courses of a competence at one level, and how many of them there are in each language that has any.</summary>
internal sealed record LevelCoverage(int Count, IReadOnlyDictionary<string, int> Languages);

/// <summary>One kind of gap with the codes of the competences that have it.</summary>
internal sealed record CoverageGap(GapKind Kind, string Label, IReadOnlyList<string> Competences);
