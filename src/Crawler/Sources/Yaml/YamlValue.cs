namespace DcCourseIndex.Crawler.Sources.Yaml;

/// <summary>One value of a YAML file with the line it stands on: exactly one of text, entries and items is not null.</summary>
public sealed record YamlValue(int Line)
{
    /// <summary>A scalar as written, without its quotes.</summary>
    public string? Text { get; init; }

    /// <summary>The scalar stood in quotes, so that <c>"true"</c> and <c>"~"</c> are words.</summary>
    public bool Quoted { get; init; }

    public IReadOnlyList<YamlEntry>? Entries { get; init; }
    public IReadOnlyList<YamlValue>? Items { get; init; }

    /// <summary>Nothing stands after the colon, or the YAML word for nothing.</summary>
    public bool IsEmpty => !Quoted && Text is "" or "~" or "null";
}

/// <summary>One key of a mapping with its value.</summary>
public sealed record YamlEntry(string Key, int Line, YamlValue Value);
