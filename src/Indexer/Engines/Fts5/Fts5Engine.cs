using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Following;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>The SQLite FTS5 engine, ready to be opened on any folder: words are matched and ranked by SQLite's own full text.</summary>
public static class Fts5Engine
{
    private const string Name = "SQLite FTS5";

    /// <summary>
    /// Rings are expressions that mean the same, across languages too; they act on queries only, so new ones need no rebuild.
    /// An index that the other engine has written is searched in its way, until it has been built anew.
    /// </summary>
    public static SearchEngine Create(TextAnalysis analysis, Frameworks frameworks, TimeProvider time, IReadOnlyList<IReadOnlyList<string>>? rings = null) =>
        Create(analysis, frameworks, time, new Synonyms(new(rings ?? [], [])));

    /// <summary>The same with rings that may be replaced while the index is searched.</summary>
    public static SearchEngine Create(TextAnalysis analysis, Frameworks frameworks, TimeProvider time, Synonyms synonyms) => new(
        Name,
        IndexFingerprint.Of(Name, analysis, frameworks),
        folder => new StoredCourseIndex(folder, analysis, frameworks, FullTextSchema.Sql, connection => new FullTextRows(connection)),
        folder => FullTextSchema.IsIn(folder) ? Searcher(folder, analysis, frameworks, time, synonyms) : PostingsEngine.Create(analysis, frameworks, time, synonyms).OpenSearcher(folder),
        StoreFigures.Of);

    private static StoredCourseSearcher Searcher(string folder, TextAnalysis analysis, Frameworks frameworks, TimeProvider time, Synonyms synonyms) =>
        new(folder, analysis, frameworks, time, new Snapshots(), snapshots =>
        {
            var plans = new QueryPlans(new QueryReader(analysis, frameworks), new MatchPlanner(snapshots.Tokens, () => synonyms.In(analysis)));
            return new Understanding(plans, new Respelling(analysis, snapshots.Tokens, snapshots.Words, () => synonyms.In(analysis), TokenCounts.Of, slips: 1), new AlikeWords(analysis));
        });
}
