using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>
/// Scores courses by the words of one: of its title, keywords and summary those that tell most, which are rare in all courses and weigh much in this.
/// </summary>
internal sealed class LuceneAlike(TextAnalysis analysis, TokenMap tokens)
{
    private const int MostWords = 12;
    private const int CommonAnyway = 10;

    public void Score(int doc, Session session, LuceneWords words, Span<float> scores)
    {
        var found = new float[scores.Length];
        foreach (var (token, information) in Telling(doc, session, words))
        {
            words.Each(token, (other, weight) => found[other] += information * weight / Impact.Most);
        }

        found.CopyTo(scores);
    }

    // A word that no other course has, or every fifth, leads to nothing near.
    private IEnumerable<(int Token, float Information)> Telling(int doc, Session session, LuceneWords words)
    {
        var course = session.Connection.Course(doc)!.Course;
        var weights = Weights(doc, session);
        var common = Math.Max(CommonAnyway, words.Courses / 5);
        return Places.Of(analysis.Analyse(string.Join(" \n ", [course.Title, .. course.Keywords, course.Summary])))
            .Where(place => !StopWords.Contains(place.Word))
            .SelectMany(place => tokens.Of(place.Terms)).Distinct()
            .Select(token => (Token: token, Having: words.Frequency(token)))
            .Where(word => word.Having > 1 && word.Having <= common)
            .Select(word => (word.Token, Information: words.Information(word.Having)))
            .OrderByDescending(word => word.Information * weights.GetValueOrDefault(word.Token)).ThenBy(word => word.Token)
            .Take(MostWords);
    }

    private static Dictionary<int, byte> Weights(int doc, Session session)
    {
        var stored = (byte[])session.Connection.Statement("SELECT tokens FROM courses WHERE doc = $doc").With("$doc", doc).ExecuteScalar()!;
        return new Impact().Of(TokenColumns.Read(stored)).ToDictionary(word => word.Token, word => word.Weight);
    }
}
