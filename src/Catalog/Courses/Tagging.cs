using System.Text.Json.Serialization;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>What the tagger makes of a listing: competences of one framework with reasons, the level and the learner's purpose. No competence is a normal answer.</summary>
public sealed record Tagging
{
    public static readonly Tagging None = new() { TaggerVersion = "" };

    /// <summary>Courses are tagged against DigComp 2.2; other frameworks are reached by the crosswalk.</summary>
    public string Framework { get; init; } = "digcomp-2.2";

    /// <summary>Changes whenever the rules or the words behind them do, so that it is known which courses to tag again.</summary>
    public required string TaggerVersion { get; init; }

    /// <summary>The competence with the most content, null where there is none.</summary>
    public string? Primary { get; init; }

    /// <summary>Surest first; at most four.</summary>
    public IReadOnlyList<Assignment> Competences { get; init; } = [];

    /// <summary>Inferred from the text; null where the text does not say. A level stated by the portal goes before it.</summary>
    public Level? Level { get; init; }

    public IReadOnlyList<Context> Contexts { get; init; } = [];

    /// <summary>Where there is no competence: what came nearest, surest first, for whoever looks at doubtful courses; null where nothing came near.</summary>
    public IReadOnlyList<NearMiss>? Nearly { get; init; }

    /// <summary>The same purposes with what they rest on, in the same order; a purpose that nobody inferred from the text may be missing.</summary>
    public IReadOnlyList<Purpose> Purposes { get; init; } = [];
}

/// <summary>A competence that was not assigned, with the confidence (0 to 1) that it would have had.</summary>
public sealed record NearMiss(string Code, double Confidence);

/// <summary>One purpose of a learner with the confidence (0 to 1) and the words that it rests on.</summary>
public sealed record Purpose(Context Context, double Confidence, IReadOnlyList<Evidence> Evidence);

/// <summary>One competence of one course with the confidence (0 to 1) and what it rests on.</summary>
public sealed record Assignment(string Code, double Confidence, IReadOnlyList<Evidence> Evidence);

/// <summary>
/// Words of the listing, or a statement, that an assignment rests on. Start and length count UTF-16 units of the named
/// field's plain text (<c>title</c>, <c>summary</c>, <c>description</c> as text); both are 0 where the kind is not text.
/// </summary>
public sealed record Evidence(EvidenceKind Kind, string Field, int Start, int Length, string Text);

/// <summary>Who says so: the listing's words, the portal's own statement, or a librarian.</summary>
[JsonConverter(typeof(WireConverter<EvidenceKind>))]
public enum EvidenceKind
{
    [JsonStringEnumMemberName("text")] Text,
    [JsonStringEnumMemberName("source")] Source,
    [JsonStringEnumMemberName("librarian")] Librarian,
}
