namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>How Lucene reads its files.</summary>
public enum FileAccessKind
{
    /// <summary>At a place in an open file (<c>NIOFSDirectory</c>).</summary>
    Positioned,

    /// <summary>Mapped into memory (<c>MMapDirectory</c>).</summary>
    Mapped,
}
