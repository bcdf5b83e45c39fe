using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Fts5;
using DcCourseIndex.Indexer.Following;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>The engine of postings in memory over courses in SQLite, ready to be opened on any folder.</summary>
public static class PostingsEngine
{
    private const string Name = "postings";

    /// <summary>
    /// Rings are expressions that mean the same, across languages too; they and the tagger act on queries only, so new ones need no rebuild.
    /// The tagger, expensive to build, is asked for when an index is opened for searching.
    /// </summary>
    public static SearchEngine Create(TextAnalysis analysis, Frameworks frameworks, TimeProvider time, IReadOnlyList<IReadOnlyList<string>>? rings = null, Func<CompetenceTagger>? tagger = null) =>
        Fts5Engine.Create(analysis, frameworks, time, rings) with
        {
            Name = Name,
            Fingerprint = Fts5Engine.Fingerprint(Name, analysis, frameworks),
            OpenSearcher = folder => Fts5CourseSearcher.OpenPostings(folder, analysis, frameworks, time, rings, tagger?.Invoke()),
        };
}
