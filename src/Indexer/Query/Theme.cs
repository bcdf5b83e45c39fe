namespace DcCourseIndex.Indexer.Query;

/// <summary>What people who look for a thing and courses that teach it say of it, smaller than a competence: words of one story, which need not mean the same.</summary>
internal sealed record Theme(IReadOnlyList<ThemeWord> Words);

/// <summary>An expression of a theme, its terms place by place, and how much it says by itself, 0 to 1: one that many themes have says little.</summary>
internal sealed record ThemeWord(IReadOnlyList<IReadOnlyList<string>> Places, float Weight);

/// <summary>A theme of which a query speaks, with confidence 0 to 1.</summary>
internal sealed record FoundTheme(Theme Theme, float Confidence);
