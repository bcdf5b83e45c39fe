using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Engines.Fts5;
#if LUCENENET
using DcCourseIndex.Indexer.Engines.Lucene;
#endif
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Following;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Host.Composition;

/// <summary>The search engines that <c>index.engine</c> may name.</summary>
internal static class SearchEngines
{
    /// <summary>Words in memory; the better answers.</summary>
    public const string Default = "postings";

    /// <summary>SQLite's full text; for machines with little memory.</summary>
    public const string InLittleMemory = "fts5";

    /// <summary>Lucene.Net; only in builds made with <c>LuceneNet=true</c>.</summary>
    public const string OnLucene = "lucene";

    public static readonly IReadOnlyList<string> Names =
#if LUCENENET
        [Default, InLittleMemory, OnLucene];
#else
        [Default, InLittleMemory];
#endif

    /// <summary>The names as people choose among them.</summary>
    public static string Choice => string.Join(", ", Names);

    /// <summary>The names as the reference of settings tells them, whatever this build has.</summary>
    public const string Explained = $"{Default}, {InLittleMemory}, or {OnLucene} in builds made with LuceneNet=true (docs/operating.md, Another search engine)";

    /// <summary>A searcher of its own over the index of the installation, with other words of queries; whoever asks lets go of it.</summary>
    public static ICourseSearcher SearcherWith(this IServiceProvider services, Installation installation, QueryWords words) =>
        new LiveSearcher(new IndexFolder(services.GetRequiredService<IndexFolder>().Path, Create(installation, services, new Synonyms(words))), services.GetRequiredService<TimeProvider>());

    /// <summary>The engine of the settings, with the words that mean the same; nothing expensive is built before an index is searched.</summary>
    public static SearchEngine Create(Installation installation, IServiceProvider services, Synonyms synonyms) => Create(installation.Settings.Index.Engine, installation, services, synonyms);

    /// <summary>The engines that the settings do not name; one of them may have written the index that is there.</summary>
    public static IReadOnlyList<SearchEngine> Others(Installation installation, IServiceProvider services) =>
        [.. Names.Where(name => name != installation.Settings.Index.Engine).Select(name => Create(name, installation, services, new Synonyms(QueryWords.None)))];

    private static SearchEngine Create(string name, Installation installation, IServiceProvider services, Synonyms synonyms)
    {
        var (analysis, time) = (services.GetRequiredService<TextAnalysis>(), services.GetRequiredService<TimeProvider>());
        var logs = services.GetRequiredService<ILoggerFactory>();
        return name switch
        {
            InLittleMemory => Fts5Engine.Create(analysis, installation.Frameworks, time, synonyms),
#if LUCENENET
            OnLucene => LuceneEngine.Create(analysis, installation.Frameworks, time, synonyms, services.GetRequiredService<CompetenceTagger>, logs.CreateLogger(typeof(LuceneEngine).FullName!)),
#endif
            _ => PostingsEngine.Create(analysis, installation.Frameworks, time, synonyms, services.GetRequiredService<CompetenceTagger>, logs.CreateLogger(typeof(PostingsEngine).FullName!)),
        };
    }

    /// <summary>Why a name is not taken, with what to do; null where it is.</summary>
    public static string? Refusal(string name) => Names.Contains(name) ? null
        : name == OnLucene ? $"is not part of this build; set LuceneNet=true in the environment and build it again («Another search engine» in docs/operating.md), or choose one of {Choice}"
        : $"is not one of {Choice}";
}
