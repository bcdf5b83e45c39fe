using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>Scores courses by the words of one: the rarest of its title and summary.</summary>
internal sealed class AlikeWords(TextAnalysis analysis)
{
    private const int MostWords = 12;

    public void Score(int doc, Session session, Span<float> scores)
    {
        if (Words(session.Connection.Course(doc)!.Course, session) is not { } expression)
        {
            return;
        }

        using var rows = session.Connection.Statement("SELECT rowid, rank FROM fts WHERE fts MATCH $query").With("$query", $"{{title keywords summary}} : {expression}").ExecuteReader();
        while (rows.Read())
        {
            scores[rows.GetInt32(0)] = (float)-rows.GetDouble(1);
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
