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
    Func<string, IndexFigures> Measure)
{
    /// <summary>Reads an index through and tells what is wrong, a sentence each with the remedy; empty means sound.</summary>
    public Func<string, IReadOnlyList<string>> Check { get; init; } = _ => [];
}

/// <summary>Where an index stands and how much it holds: courses, different spellings, and bytes on disk. Read without loading it.</summary>
public sealed record IndexFigures(IndexPosition Position, int Courses, int Words, long Bytes);
