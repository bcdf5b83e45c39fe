namespace DcCourseIndex.Crawler.Sources.Keys;

/// <summary>One key of a source file, described once: reading, «did you mean», and the JSON Schema for editors come from it.</summary>
/// <param name="Meaning">One sentence for the person who writes the file.</param>
public sealed record SourceKey(string Name, KeyKind Kind, string Meaning)
{
    /// <summary>The only words it takes; empty: any.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The keys of a mapping.</summary>
    public IReadOnlyList<SourceKey> Inner { get; init; } = [];

    /// <summary>The platforms that read it; empty: every one.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>ECMA 262 regular expression of a text, for editors; what is really taken the reader decides.</summary>
    public string? Pattern { get; init; }

    /// <summary>How it is written, in YAML.</summary>
    public string? Example { get; init; }

    /// <summary>Its mapping says nothing without it.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>What stands behind a key.</summary>
public enum KeyKind
{
    /// <summary>One text or number.</summary>
    Text,

    /// <summary>One of the allowed words.</summary>
    Word,

    /// <summary><c>true</c> or <c>false</c>, unquoted.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A list of texts or numbers; a single one may stand without brackets.</summary>
    Texts,

    /// <summary>A mapping of the inner keys.</summary>
    Mapping,

    /// <summary>A mapping of any texts to texts.</summary>
    Pairs,

    /// <summary>Ways to a value: a place, a mapping that says more of it, or a list of either of which the first that gives a value counts.</summary>
    Ways,
}
