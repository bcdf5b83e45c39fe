using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Paging;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// Finds the reading of a query that leads somewhere. Words that no course has are respelt; the courses that have everything come first.
/// Filters play no part in it: a query that fits courses which the filters leave out is not mistyped.
/// </summary>
internal sealed class PostingsSearch(Func<Session, IKnownWords> known, AskedQueries queries, Respelling respelling, AlikeWords alike) : IWordSearch
{
    // So much of what a query says must stand in the best course for it to be an answer.
    private const float GoodCoverage = 0.6f;

    // Where no course has half of what a query says, what is found by the rest is no sure answer: «ремонт трактора».
    private const float MuchUnknown = 0.5f;

    private readonly KeyMeanings _competences = new(key => key.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The search over the words that a call sees.</summary>
    public static PostingsSearch Of(Func<Session, IKnownWords> known, TextAnalysis analysis, Frameworks frameworks, Synonyms synonyms, Func<CompetenceTagger>? tagger, Snapshots snapshots) => new(
        known,
        new AskedQueries(new QueryReader(analysis, frameworks), snapshots.Tokens, () => synonyms.In(analysis), () => synonyms.ThemesIn(analysis), tagger?.Invoke()),
        new Respelling(analysis, snapshots.Tokens, snapshots.Words, () => synonyms.In(analysis), (token, session) => known(session).Frequency(token), slips: 2),
        new AlikeWords(analysis, snapshots.Tokens));

    /// <inheritdoc/>
    public Understood Understand(string text, string framework, Session session)
    {
        var asked = queries.Read(text, framework, session.Connection);
        Correction? correction = null;
        if (asked.Clauses.Count > 0 && !asked.IsKnown && respelling.Of(text, piece => queries.IsKnown(piece, framework, session.Connection), session) is { } respelt)
        {
            correction = respelt;
            asked = queries.Read(respelt.Query, framework, session.Connection);
        }

        return new ReadAsked(queries.Loosely(queries.Apart(asked, way => Stands(way, session), session.Connection), session.Connection), correction);
    }

    /// <inheritdoc/>
    public Finding Run(Session session, Understood understood, bool scored, Priors priors, HitCollector hits)
    {
        var (facts, words) = (session.Snapshot.Facts, known(session));
        var (asked, correction) = (ReadAsked)understood;
        var excluded = Excluded(asked, facts, words);

        if (asked.Clauses.Count == 0)
        {
            hits.AddAll(excluded is null ? null : excluded.Contains);
            return new Finding(true, correction);
        }

        var competences = _competences.Of(facts.Keys[TopicScores.Column]);
        var outcome = asked.Alternatives.Count > 1
            ? AnyOf.Run(asked.Alternatives, facts, competences, words, priors, excluded, hits)
            : Ranking.Run(asked, facts, competences, words, priors, excluded, hits);
        var anyWord = outcome.Strict == 0 && outcome.BestCoverage > 0 && asked.Clauses.Count > 1 && correction is null;
        return new Finding(
            outcome.Strict > 0 || ((outcome.BestCoverage >= GoodCoverage || outcome.HasTopic) && Ranking.Unknown(asked.Clauses, words) < MuchUnknown),
            anyWord ? new Correction(KnownWords(asked), true, "any-word") : correction);
    }

    /// <inheritdoc/>
    public Func<int, double, ScoreParts> Explain(Session session, Understood understood, Priors priors)
    {
        var facts = session.Snapshot.Facts;
        return new Explaining(((ReadAsked)understood).Asked, facts, _competences.Of(facts.Keys[TopicScores.Column]), known(session), priors).Of;
    }

    /// <inheritdoc/>
    public void ScoreAlike(int doc, Session session, Span<float> scores) => alike.Score(doc, session, known(session), scores);

    private bool Stands(Wanted way, Session session)
    {
        var docs = new DocSet(session.Snapshot.Facts.Limit);
        known(session).AddTo(docs, way, session.Snapshot.Facts);
        return docs.Words.ContainsAnyExcept(0UL);
    }

    // Null where nothing is kept out, as in nearly every query.
    private static DocSet? Excluded(AskedQuery asked, FactTable facts, IKnownWords words)
    {
        if (asked.Excluded.Count == 0)
        {
            return null;
        }

        var excluded = new DocSet(facts.Limit);
        foreach (var way in asked.Excluded)
        {
            words.AddTo(excluded, way, facts);
        }

        return excluded;
    }

    private static string KnownWords(AskedQuery asked) =>
        string.Join(' ', asked.Clauses.Where(clause => clause.Ways.Count > 0).SelectMany(clause => clause.Shown.Units).Select(unit => unit.Typed).Distinct());
}
