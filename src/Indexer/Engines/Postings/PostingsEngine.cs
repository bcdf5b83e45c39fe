using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Following;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>The engine of postings in memory over courses in SQLite, ready to be opened on any folder.</summary>
public static class PostingsEngine
{
    private const string Name = "postings";

    /// <summary>
    /// Rings are expressions that mean the same, across languages too; they and the tagger act on queries only, so new ones need no rebuild.
    /// The tagger, expensive to build, is asked for when an index is opened for searching: it tells of which competences a query speaks.
    /// The log is told of files that had to be made again.
    /// </summary>
    public static SearchEngine Create(TextAnalysis analysis, Frameworks frameworks, TimeProvider time, IReadOnlyList<IReadOnlyList<string>>? rings = null, Func<CompetenceTagger>? tagger = null, ILogger? log = null) =>
        Create(analysis, frameworks, time, new Synonyms(new(rings ?? [], [])), tagger, log);

    /// <summary>The same with rings that may be replaced while the index is searched.</summary>
    public static SearchEngine Create(TextAnalysis analysis, Frameworks frameworks, TimeProvider time, Synonyms synonyms, Func<CompetenceTagger>? tagger = null, ILogger? log = null) => new(
        Name,
        IndexFingerprint.Of(Name, analysis, frameworks),
        folder => new StoredCourseIndex(folder, analysis, frameworks, words: connection => new SegmentWriter(folder, connection, log ?? NullLogger.Instance)),
        folder => new StoredCourseSearcher(folder, analysis, frameworks, time, new Snapshots(new WordReading(folder, log ?? NullLogger.Instance).Read),
            snapshots => PostingsSearch.Of(session => session.Snapshot.Words, analysis, frameworks, synonyms, tagger, snapshots)),
        StoreFigures.Of);
}
