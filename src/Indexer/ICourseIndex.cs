using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Indexer;

/// <summary>
/// The writing side of a search engine. Documents and position are committed in one act, so that a crash leaves the old state
/// or the new one. Applying the same changes twice changes nothing. One writer at a time; the follower retries.
/// </summary>
public interface ICourseIndex : IDisposable
{
    /// <summary>How far the index has read; <see cref="IndexPosition.Nothing"/> for a new one.</summary>
    IndexPosition Position { get; }

    /// <summary>Applies changes in order of revision and moves the position. <paramref name="next"/>, where it is known by then, is what will probably be applied after them: it may be worked on ahead, and nothing of it is written.</summary>
    void Apply(IReadOnlyList<CourseChange> changes, IndexPosition reached, Task<IReadOnlyList<CourseChange>>? next = null);

    /// <summary>Merges what many small commits left behind; after bulk loads and nightly.</summary>
    void Optimise();
}

/// <summary>What an index stands on: epoch and revision of the catalogue, and the fingerprint of everything that decides what is stored for a course (text analysis, frameworks, layout). Another epoch or fingerprint means rebuild.</summary>
public sealed record IndexPosition(string Epoch, long Revision, string Fingerprint)
{
    public static readonly IndexPosition Nothing = new("", 0, "");
}
