using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Works out again, for one course, of what its score was made; the same arithmetic as <see cref="Ranking"/> and <see cref="Matching"/>, part by part.</summary>
internal sealed class Explaining(AskedQuery asked, FactTable table, FacetMeaning competences, IKnownWords index, Priors priors)
{
    private readonly List<(AskedQuery Asked, TopicScores Topics)> _readings =
        [
            .. (asked.Alternatives.Count > 0 ? asked.Alternatives : [asked])
                .SelectMany(one => ReferenceEquals(one.Loose, one.Clauses) ? [one] : (AskedQuery[])[one, one with { Clauses = one.Loose }])
                .Select(one => (one, new TopicScores(one.Topics, competences))),
        ];

    /// <summary>The parts of a course's score, by the alternative that gave it.</summary>
    public ScoreParts Of(int doc, double score) =>
        _readings.Select(reading => Of(reading.Asked, reading.Topics, doc)).OfType<ScoreParts>().MinBy(parts => Math.Abs(parts.Sum - score)) ?? ByTopicAlone(score, priors.Of(doc));

    // It may be the topic of the best hits.
    private static ScoreParts ByTopicAlone(double score, double prior) => new([], 0, score / (1 + prior), score - (score / (1 + prior)));

    // Null where no word of the query stands in the course.
    private ScoreParts? Of(AskedQuery one, TopicScores topics, int doc)
    {
        var clauses = one.Clauses.Select(clause => (clause.Shown, Information: Ranking.Information(clause, index), Strength: Matching.Strength(clause, doc, index, table))).ToList();
        var said = clauses.Sum(clause => clause.Information);
        var covered = clauses.Where(clause => clause.Strength > 0).Sum(clause => clause.Information);
        if (covered == 0)
        {
            return null;
        }

        var share = Ranking.Words * Ranking.Coverage(covered / said) / said;
        List<(Query.Clause?, double)> words = [.. clauses.GroupBy(clause => clause.Shown).Select(parts => ((Query.Clause?)parts.Key, parts.Sum(part => (double)(share * part.Information * part.Strength))))];
        var sum = words.Sum(word => word.Item2);
        var title = covered >= said * Ranking.Whole ? sum * (new TitleLift(one.Places).Of(table.Title(doc)) - 1) : 0;
        var topic = topics.Most == 0 ? 0 : Ranking.Topic * topics.Of(table.Code(doc, TopicScores.Column));
        return new(words, title, topic, (sum + title + topic) * priors.Of(doc));
    }
}
