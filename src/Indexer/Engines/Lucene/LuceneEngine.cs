using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Following;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>The Lucene.Net engine over courses in SQLite, ready to be opened on any folder; only in builds with <c>-p:LuceneNet=true</c>.</summary>
public static class LuceneEngine
{
    private const string Name = "lucene";

    /// <summary>
    /// Rings are expressions that mean the same, across languages too; they and the tagger act on queries only, so new ones need no rebuild.
    /// The log is told of files that had to be made again. An index that another engine has written is searched by the postings, until it has been built anew;
    /// so is one whose Lucene files are damaged.
    /// </summary>
    public static SearchEngine Create(TextAnalysis analysis, Frameworks frameworks, TimeProvider time, Synonyms synonyms, Func<CompetenceTagger>? tagger = null, ILogger? log = null, FileAccessKind access = FileAccessKind.Positioned) => new(
        Name,
        IndexFingerprint.Of(Name, analysis, frameworks),
        folder => new StoredCourseIndex(folder, analysis, frameworks, words: connection => new LuceneWriter(folder, connection, IndexFingerprint.Of(Name, analysis, frameworks), log ?? NullLogger.Instance)),
        folder => IsReadable(folder, log ?? NullLogger.Instance)
            ? Searcher(folder, analysis, frameworks, time, synonyms, tagger, access)
            : PostingsEngine.Create(analysis, frameworks, time, synonyms, tagger, log).OpenSearcher(folder),
        folder => StoreFigures.Of(folder) is var figures ? figures with { Bytes = figures.Bytes + LuceneFiles.Size(folder) } : figures)
    {
        Check = LuceneCheck.Run,
    };

    private static bool IsReadable(string folder, ILogger log)
    {
        if (!LuceneFiles.AreIn(folder))
        {
            return false;
        }

        var problems = LuceneCheck.RunQuickly(folder);
        foreach (var problem in problems)
        {
            log.LogWarning("{Problem} Until then its courses are searched by the postings, which need more memory and answer the same.", problem);
        }

        return problems.Count == 0;
    }

    private static StoredCourseSearcher Searcher(string folder, TextAnalysis analysis, Frameworks frameworks, TimeProvider time, Synonyms synonyms, Func<CompetenceTagger>? tagger, FileAccessKind access) =>
        new(folder, analysis, frameworks, time, new Snapshots(), snapshots => new LuceneSearch(
            new LuceneReaders(folder, access),
            PostingsSearch.Of(LuceneSearch.Words, analysis, frameworks, synonyms, tagger, snapshots)));
}
