using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Engines.Fts5;
#if LUCENENET
using DcCourseIndex.Indexer.Engines.Lucene;
#endif
using DcCourseIndex.Indexer.Engines.Postings;

namespace DcCourseIndex.Quality.Relevance;

/// <summary>An index over listings as the service would make it of an import: normalised, tagged, indexed, searched with the project's rings.</summary>
internal sealed class JudgedIndex : IDisposable
{
    private const string Source = "judged";
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("dccourseindex-relevance-").FullName;
    private readonly ICourseSearcher _searcher;
    private readonly Dictionary<string, string> _keys;

    public JudgedIndex(IReadOnlyList<LabelledListing> listings, CommandLine line)
    {
        var (analysis, frameworks, lexicon) = TaggerLoading.LoadParts(line);
        var tagger = new CompetenceTagger(analysis, lexicon, frameworks, TaggerLoading.LoadModel(line, frameworks), TaggerLoading.LoadQuestions(line, frameworks));
        var preparation = new ListingPreparation(new CourseNormaliser(), tagger);
        CatalogCourse[] courses = [.. listings.Select(listing => Prepare(listing, preparation))];
        _keys = courses.Zip(listings).ToDictionary(pair => pair.First.Course.Id, pair => pair.Second.Id, StringComparer.Ordinal);
        var engine = line.Option("engine") switch
        {
            "fts5" => Fts5Engine.Create(analysis, frameworks, TimeProvider.System, lexicon.QueryWords.Rings),
#if LUCENENET
            "lucene" => LuceneEngine.Create(analysis, frameworks, TimeProvider.System, new Synonyms(lexicon.QueryWords), () => tagger),
#endif
            null or "postings" => PostingsEngine.Create(analysis, frameworks, TimeProvider.System, new Synonyms(lexicon.QueryWords), () => tagger),
            var other => throw new InvalidOperationException($"--engine {other}: not an engine of this build."),
        };
        using (var index = engine.OpenIndex(_folder))
        {
            index.Apply(
                [.. courses.Select((course, at) => new CourseChange(at + 1, course.Course.Id, CourseState.Active, course))],
                new IndexPosition("judged", courses.Length, engine.Fingerprint));
        }

        _searcher = engine.OpenSearcher(_folder);
    }

    public SearchAnswer Answer(JudgedQuery query) => _searcher.Search(new CourseQuery { Text = query.Query, Limit = 10, Explain = true });

    public Ranking Search(JudgedQuery query)
    {
        var answer = Answer(query);
        return new([.. answer.Hits.Select(hit => _keys[hit.Course.Course.Id])], answer.Total == 0 || !answer.Confident);
    }

    public void Dispose()
    {
        _searcher.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static CatalogCourse Prepare(LabelledListing listing, ListingPreparation preparation)
    {
        var raw = new RawListing { Id = listing.Id, Title = listing.Title, Url = $"https://courses.example/{listing.Id}", Summary = listing.Summary, Language = listing.Lang };
        var (entry, refusal) = preparation.Prepare(raw, new SourceTraits(Source, Source, "uk", KeepAuthors: false));
        return entry is null
            ? throw new InvalidOperationException($"{listing.Id} is not taken: {refusal!.Reason}")
            : new CatalogCourse { Course = entry.Course, Tagging = entry.Tagging, FirstSeen = At, LastSeen = At, LastChanged = At };
    }
}
