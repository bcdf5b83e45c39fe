using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// Scores courses by the words of one: of its title, keywords and summary those that tell most, which are rare in all courses and weigh much in this.
/// </summary>
internal sealed class AlikeWords(TextAnalysis analysis, TokenMap tokens)
{
    private const int MostWords = 12;
    private const int CommonAnyway = 10;

    public void Score(int doc, Session session, IKnownWords index, Span<float> scores)
    {
        foreach (var (token, information) in Telling(doc, session, index))
        {
            index.Raise(scores, token, information);
        }
    }

    // A word that no other course has, or every fifth, leads to nothing near.
    private IEnumerable<(int Token, float Information)> Telling(int doc, Session session, IKnownWords index)
    {
        var course = session.Connection.Course(doc)!.Course;
        var common = Math.Max(CommonAnyway, index.Courses / 5);
        return Places.Of(analysis.Analyse(string.Join(" \n ", [course.Title, .. course.Keywords, course.Summary])))
            .Where(place => !StopWords.Contains(place.Word))
            .SelectMany(place => tokens.Of(place.Terms)).Distinct()
            .Select(token => (Token: token, Having: index.Frequency(token)))
            .Where(word => word.Having > 1 && word.Having <= common)
            .Select(word => (word.Token, Information: index.Information(word.Having)))
            .OrderByDescending(word => word.Information * index.Weight(word.Token, doc)).ThenBy(word => word.Token)
            .Take(MostWords);
    }
}
