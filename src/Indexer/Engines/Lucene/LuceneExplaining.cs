using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>Works out again of what the scores of hits were made; the same arithmetic as <see cref="LuceneRanking"/>, part by part.</summary>
internal sealed class LuceneExplaining(AskedQuery asked, FactTable table, FacetMeaning competences, LuceneWords words, Priors priors)
{
    private readonly List<Reading> _readings = [.. (asked.Alternatives.Count > 0 ? asked.Alternatives : [asked]).Select(one => new Reading(
        one,
        new TopicScores(one.Topics, competences),
        [.. one.Clauses.Select(clause => (LuceneRanking.Information(clause, words), Strengths(clause, words, table)))]))];

    /// <summary>The parts of a course's score, by the alternative that gave it.</summary>
    public ScoreParts Of(int doc, double score) => _readings.Select(reading => Of(reading, doc, score)).MinBy(parts => Math.Abs(parts.Sum - score))!;

    private ScoreParts Of(Reading reading, int doc, double score)
    {
        var prior = priors.Of(doc);
        var said = reading.Clauses.Sum(clause => clause.Information);
        var covered = reading.Clauses.Where(clause => clause.Strengths[doc] > 0).Sum(clause => clause.Information);
        if (covered == 0)
        {
            // Found by its competences alone, which may be those of the best hits.
            return new([], 0, score / (1 + prior), score - (score / (1 + prior)));
        }

        var share = Ranking.Words * covered / said / said;
        List<(Query.Clause?, double)> parts = [.. reading.Asked.Clauses.Zip(reading.Clauses, (clause, known) => ((Query.Clause?)clause.Shown, (double)(share * known.Information * known.Strengths[doc])))];
        var sum = parts.Sum(part => part.Item2);
        var title = covered >= said * Ranking.Whole ? sum * (new TitleLift(reading.Asked.Places).Of(table.Title(doc)) - 1) : 0;
        var topic = reading.Topics.Most == 0 ? 0 : Ranking.Topic * reading.Topics.Of(table.Code(doc, TopicScores.Column));
        return new(parts, title, topic, (sum + title + topic) * prior);
    }

    private static float[] Strengths(AskedClause clause, LuceneWords words, FactTable table)
    {
        var strengths = new float[table.Limit];
        foreach (var way in clause.Ways)
        {
            LuceneMatching.Each(way, words, table, (doc, strength) => strengths[doc] = Math.Max(strengths[doc], strength));
        }

        return strengths;
    }

    private sealed record Reading(AskedQuery Asked, TopicScores Topics, IReadOnlyList<(float Information, float[] Strengths)> Clauses);
}
