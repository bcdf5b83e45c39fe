using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Works out again, for one course, of what its score was made; the same arithmetic as <see cref="Ranking"/> and <see cref="Matching"/>, part by part.</summary>
internal sealed class Explaining(AskedQuery asked, FactTable table, FacetMeaning competences, IKnownWords index, Priors priors)
{
    private readonly List<(AskedQuery Asked, TopicScores Topics)> _readings =
        [
            .. (asked.Alternatives.Count > 0 ? asked.Alternatives : [asked])
                .SelectMany(one => ReferenceEquals(one.Loose, one.Clauses) && one.Themes.Count == 0 ? [one] : (AskedQuery[])[one with { Themes = [] }, one with { Clauses = one.Loose }])
                .Select(one => (one, new TopicScores(one.Topics, competences))),
        ];

    /// <summary>The parts of a course's score, by the alternative that gave it.</summary>
    public ScoreParts Of(int doc, double score) =>
        _readings.Select(reading => Of(reading.Asked, reading.Topics, doc)).OfType<ScoreParts>().MinBy(parts => Math.Abs(parts.Sum - score)) ?? WithoutWords(doc, score, priors.Of(doc));

    // It may be the topic of the best hits.
    private ScoreParts WithoutWords(int doc, double score, double prior)
    {
        var own = score / (1 + prior);
        var theme = Math.Min(own, _readings.Max(reading => Theme(reading.Asked, doc)));
        return new([], 0, own - theme, theme, score - own);
    }

    private float Theme(AskedQuery one, int doc) =>
        Thematic.Worth(one.Themes.SelectMany(theme => theme.In(index)).Sum(word => word.Information * Matching.Strength(word.Word, doc, index, table)));

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
        var theme = Theme(one, doc);
        return new(words, title, topic, theme, (sum + title + topic + theme) * priors.Of(doc));
    }
}
