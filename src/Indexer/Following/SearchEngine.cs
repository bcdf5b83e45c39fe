namespace DcCourseIndex.Indexer.Following;

/// <summary>
/// A search engine as the follower and the pages see it: how to open its two sides on the folder of one generation.
/// <paramref name="Fingerprint"/> changes with everything that decides what is stored for a course.
/// </summary>
public sealed record SearchEngine(
    string Name,
    string Fingerprint,
    Func<string, ICourseIndex> OpenIndex,
    Func<string, ICourseSearcher> OpenSearcher,
    Func<string, IndexFigures> Measure);

/// <summary>How much an index holds: courses, different spellings, and bytes on disk.</summary>
public sealed record IndexFigures(int Courses, int Words, long Bytes);
