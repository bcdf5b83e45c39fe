using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>Finds courses like one: the rarest words of its title and summary, and the competences that both develop.</summary>
internal sealed class SimilarCourses(TextAnalysis analysis)
{
    private const int MostWords = 12;

    // A competence that both have weighs about as much as a middling word of the title.
    private const double SharedCompetence = 4;

    public IReadOnlyList<(int Doc, double Score)> To(int doc, int limit, Session session)
    {
        var facts = session.Snapshot.Facts;
        var scores = new Dictionary<int, double>();
        if (Words(session.Connection.Course(doc)!.Course, session) is { } expression)
        {
            session.Connection.Statement("SELECT rowid, rank FROM fts WHERE fts MATCH $query").With("$query", $"{{title keywords summary}} : {expression}")
                .Each(row => scores[row.GetInt32(0)] = -row.GetDouble(1));
        }

        AddShared(doc, facts, scores);
        scores.Remove(doc);
        var own = facts[doc].Cluster;
        return [.. scores
            .Where(pair => own == 0 || facts[pair.Key].Cluster != own)
            .OrderByDescending(pair => pair.Value).ThenByDescending(pair => facts[pair.Key].Rank).ThenBy(pair => facts[pair.Key].Id, StringComparer.Ordinal)
            .DistinctBy(pair => facts[pair.Key].Cluster is var cluster and not 0 ? -cluster : pair.Key)
            .Take(limit).Select(pair => (pair.Key, pair.Value))];
    }

    private static void AddShared(int doc, FactTable facts, Dictionary<int, double> scores)
    {
        const int column = 0;
        var keys = facts.Keys[column].Span;
        var own = keys[facts[doc].Codes[column]].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bonus = new double[keys.Length];
        for (var code = 0; code < bonus.Length; code++)
        {
            bonus[code] = keys[code].Split(' ').Count(own.Contains) * SharedCompetence;
        }

        for (var other = 0; own.Length > 0 && other < facts.Limit; other++)
        {
            if (facts[other].Id is not null && bonus[facts[other].Codes[column]] is > 0 and var more)
            {
                scores[other] = scores.GetValueOrDefault(other) + more;
            }
        }
    }

    // A word that stands in no title names no subject; one that stands in every fifth says little.
    private string? Words(Course course, Session session)
    {
        var common = Math.Max(10, session.Snapshot.Facts.Count / 5);
        var words = Places.Of(analysis.Analyse(course.Title + " \n " + course.Summary)).Select(place => place.Word)
            .Where(word => !StopWords.Contains(word)).Distinct(StringComparer.Ordinal)
            .Select(session.Connection.Word).OfType<KnownWord>()
            .Where(word => word.Titles > 0 && word.Titles <= common)
            .OrderBy(word => word.Titles).ThenBy(word => word.Token)
            .Take(MostWords);
        return MatchText.Any([.. words.Select(word => word.Token).Distinct()]);
    }
}
