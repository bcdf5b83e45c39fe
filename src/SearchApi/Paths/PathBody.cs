namespace DcCourseIndex.SearchApi.Paths;

/// <summary>What is asked of a learning path: where somebody stands, what matters to them. Give either <c>levels</c> or <c>digigram</c>. Nothing of it is kept.</summary>
internal sealed record PathBody : StatedResult
{
    /// <summary>The framework in whose codes <c>levels</c> and <c>first</c> are given; DigComp 2.2 where absent.</summary>
    public string? Framework { get; init; }

    /// <summary>How far every competence is to be brought; intermediate where absent. A Digigram result aims one letter above each area's own.</summary>
    public Standing? Target { get; init; }

    /// <summary>Codes of areas or competences to begin with, whatever the gaps.</summary>
    public IReadOnlyList<string>? First { get; init; }
    public PathPreferences? Preferences { get; init; }

    /// <summary>An earlier result of the same kind, to see what has changed since.</summary>
    public StatedResult? Earlier { get; init; }

    /// <summary>How many gaps to plan for, 1 to 10; 5 where absent.</summary>
    public int? Gaps { get; init; }

    /// <summary>The language of the words, <c>uk</c> or <c>en</c>; Ukrainian where absent.</summary>
    public string? Lang { get; init; }
}

/// <summary>A self-assessment or a result of Digigram.</summary>
internal record StatedResult
{
    /// <summary>The standing by code of a competence; those that are absent were not asked.</summary>
    public IReadOnlyDictionary<string, Standing>? Levels { get; init; }

    public DigigramResult? Digigram { get; init; }
}

/// <summary>The national test of digital literacy, as its certificate states it: six areas with up to fifteen points each, and the level in letters.</summary>
internal sealed record DigigramResult
{
    /// <summary>Points by area 0 to 5, 0 to 15 each.</summary>
    public IReadOnlyDictionary<string, int>? Points { get; init; }

    /// <summary>The overall level, A1 to C2; stands for the areas without points.</summary>
    public string? Level { get; init; }

    /// <summary>Levels by area 0 to 5, for whoever has no points.</summary>
    public IReadOnlyDictionary<string, string>? Levels { get; init; }
}

/// <summary>What matters to the learner. Price, language and hours decide; certificate and tutor come first where there is a choice.</summary>
internal sealed record PathPreferences
{
    /// <summary>Only courses that are free to study.</summary>
    public bool Free { get; init; }

    /// <summary>Courses with a certificate or a record first.</summary>
    public bool Certificate { get; init; }

    /// <summary>Courses with a tutor or mentor first.</summary>
    public bool Tutor { get; init; }

    /// <summary>Only courses in this language (BCP 47); any where absent.</summary>
    public string? Language { get; init; }

    /// <summary>Hours in all, 1 to 1,000; what does not fit is left for later.</summary>
    public int? Hours { get; init; }
}
