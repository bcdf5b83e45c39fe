using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Crossing;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Paging;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// The reading side of an engine over the stored courses. The engine matches words and ranks; filters, counts and orders come from arrays in
/// memory that follow the file commit by commit, whoever wrote it.
/// </summary>
internal sealed class StoredCourseSearcher : ICourseSearcher
{
    // A hit that has less than this part of the query's words is the nearest, not the right one.
    private const double LittleCoverage = 0.6;

    private readonly TimeProvider _time;
    private readonly ConnectionPool _pool;
    private readonly Snapshots _snapshots;
    private readonly TextAnalysis _analysis;
    private readonly CourseTexts _texts;
    private readonly IWordSearch _words;
    private readonly KeptLists _lists;
    private readonly Completing _completing;
    private readonly FacetMeanings _meanings;
    private readonly SimilarCourses _similar;

    /// <summary>Opens the index in a folder for reading; a writer may be at work in this or another process.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">There is no index in the folder.</exception>
    public StoredCourseSearcher(string folder, TextAnalysis analysis, Frameworks frameworks, TimeProvider time, Snapshots snapshots, Func<Snapshots, IWordSearch> words)
    {
        _time = time;
        _snapshots = snapshots;
        _pool = new ConnectionPool(folder);
        _analysis = analysis;
        _texts = new CourseTexts(frameworks, analysis);
        _words = words(snapshots);
        _lists = new KeptLists(time);
        _meanings = new FacetMeanings(frameworks, time);
        _similar = new SimilarCourses(_words);
        _completing = new Completing(frameworks, _meanings, snapshots.Words);
        using var session = Open();
    }

    /// <inheritdoc/>
    public IndexPosition Position
    {
        get
        {
            using var session = Open();
            return session.Snapshot.Position;
        }
    }

    /// <inheritdoc/>
    public SearchAnswer Search(CourseQuery query)
    {
        var print = QueryPrint.Of(query);
        var cursor = query.Cursor is { } text ? Cursor.Read(text) : null;
        if (query.Cursor is not null && (cursor is null || cursor.Query != print || (query.Sort == SortOrder.Id) == cursor.LastId is null))
        {
            return Failed(CursorProblem.Malformed);
        }

        using var session = Open();
        var understood = _words.Understand(query.Text, query.Framework, session);
        if (cursor is { LastId: null })
        {
            if ((_lists.Find(cursor.List) ?? FindAgain(ref cursor, query, session)) is not { } kept)
            {
                return Failed(CursorProblem.Expired);
            }

            try
            {
                return kept.Query == print ? Page(kept, cursor, query, understood, session) : Failed(CursorProblem.Expired);
            }
            finally
            {
                kept.LetGo();
            }
        }

        var values = _meanings.In(query.Framework);
        var table = session.Snapshot.Facts;
        var counter = new FacetCounter(table, values);
        var order = new HitOrder(query.Sort, table, () => session.Snapshot.TitleRanks(session.Connection), values.Today);
        using var collector = new HitCollector(table, new FacetFilter(query.Filters, table, values), counter, order, cursor?.LastId, query.Collapse);
        var priors = new Priors(table, values.Today);
        var finding = _words.Run(session, understood, query.Sort == SortOrder.Relevance, priors, collector);

        var list = collector.Finish();
        var first = list.First(query.Limit);
        var writer = Writer(query, understood, session, priors);
        var hits = Hits(first, writer, query, session);
        var answer = new SearchAnswer
        {
            Total = collector.Total,
            Confident = finding.Confident ?? (hits.Count > 0 && writer.Coverage(session.Connection.Course(first.First(doc => session.Connection.Course(doc.Doc) is not null).Doc)!) >= LittleCoverage),
            Hits = hits,
            Facets = counter.Counts(),
            Suggestion = finding.Suggestion,
        };
        if (list.Count <= query.Limit)
        {
            list.Dispose();
            return answer;
        }

        if (query.Sort == SortOrder.Id)
        {
            list.Dispose();
            return answer with { Next = Cursor.AfterId(print, table.Ids.IdOf(first[^1].Doc)!).ToString() };
        }

        var name = _lists.Keep(new KeptAnswer(print, list, answer), session.Snapshot.Seq);
        return answer with { Next = Cursor.InList(print, name, query.Limit, ListOrigin.Of(session.Snapshot.Position, _time.GetUtcNow())).ToString() };
    }

    /// <inheritdoc/>
    public CrossAnswer Cross(CrossQuery query)
    {
        using var session = Open();
        return new(session.Snapshot.Position, CrossCounter.Count(query, session.Snapshot.Facts, _meanings.In(query.Framework)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Completion> Suggest(string typed, int limit)
    {
        using var session = Open();
        return _completing.Of(typed, limit, session);
    }

    /// <inheritdoc/>
    public IReadOnlyList<CourseHit>? Similar(string id, int limit)
    {
        using var session = Open();
        return session.Connection.Doc(id) is { } doc
            ? [.. _similar.To(doc, limit, session).Select(near => (Course: session.Connection.Course(near.Doc), near.Score))
                .Where(near => near.Course is not null)
                .Select(near => new CourseHit(PassedOnCourse.Of(near.Course!), near.Score, new Dictionary<string, string>()) { Offers = CourseOffers.OfHit(near.Course!, session.Connection) })]
            : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<CourseOffer> Offers(string id)
    {
        using var session = Open();
        return session.Connection.Doc(id) is { } doc && session.Connection.Course(doc) is { } course ? CourseOffers.Of(course, session.Connection) : [];
    }

    /// <inheritdoc/>
    public CatalogCourse? Find(string id)
    {
        using var session = Open();
        return session.Connection.Doc(id) is { } doc && session.Connection.Course(doc) is { } course ? PassedOnCourse.Of(course) : null;
    }

    public void Dispose()
    {
        _pool.Dispose();
        (_words as IDisposable)?.Dispose();
    }

    private static SearchAnswer Failed(CursorProblem problem) =>
        new() { Total = 0, Hits = [], Facets = new Dictionary<Facet, IReadOnlyList<FacetCount>>(), Problem = problem };

    private Session Open() => new(_pool, _snapshots, _words.Hold);

    // The list lies with another node, or with this one before it was started anew: from the same state it is made again.
    private KeptAnswer? FindAgain(ref Cursor cursor, CourseQuery query, Session session)
    {
        if (!cursor.Origin.Fits(session.Snapshot.Position, _time.GetUtcNow()))
        {
            return null;
        }

        var again = Search(query with { Cursor = null, Limit = 1 });
        if (again.Next is not { } next)
        {
            // Another engine may find less, so that there is no further page.
            return new KeptAnswer(cursor.Query, new HitList([], IdOrder.Empty), again);
        }

        cursor = Cursor.Read(next)! with { Offset = cursor.Offset };
        return _lists.Find(cursor.List);
    }

    private SearchAnswer Page(KeptAnswer kept, Cursor cursor, CourseQuery query, Understood understood, Session session)
    {
        var end = Math.Min(kept.Sorted.Count, cursor.Offset + query.Limit);
        if (cursor.Offset >= end)
        {
            return kept.First;
        }

        var docs = Enumerable.Range(cursor.Offset, end - cursor.Offset).Select(at => kept.Sorted[at]).ToList();
        return kept.First with
        {
            Hits = Hits(docs, Writer(query, understood, session, new Priors(session.Snapshot.Facts, _meanings.In(query.Framework).Today)), query, session),
            Next = end < kept.Sorted.Count ? (cursor with { Offset = end }).ToString() : null,
        };
    }

    private HitWriter Writer(CourseQuery query, Understood understood, Session session, Priors priors) =>
        new(understood, query, _analysis, _texts, query.Explain ? _words.Explain(session, understood, priors) : (_, _) => throw new InvalidOperationException("Nobody asked for an explanation."));

    // A course that was retired since the first page is passed over.
    private static List<CourseHit> Hits(IReadOnlyList<RankedDoc> docs, HitWriter writer, CourseQuery query, Session session) =>
        [.. docs.Select(doc => (doc.Doc, Course: session.Connection.Course(doc.Doc), doc.Key))
            .Where(hit => hit.Course is not null)
            .Select(hit => writer.Write(hit.Doc, hit.Course!, query.Sort == SortOrder.Relevance ? HitOrder.Score(hit.Key) : null) with { Offers = CourseOffers.OfHit(hit.Course!, session.Connection) })];
}
