using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>Another spelling of a query whose words the index does not know: typed in the wrong keyboard layout, in Latin letters, or with one slip.</summary>
internal sealed class Correcting(QueryReader reader, TextAnalysis analysis, MatchPlanner planner, NearWords words)
{
    // Candidates whose number of courses is compared.
    private const int MostCompared = 20;

    /// <summary>The query with what is unknown put right; null where nothing better is known.</summary>
    public Correction? Correct(string text, string framework, ReadConnection connection)
    {
        text = QuerySplitter.Cut(text);
        var corrected = text;
        string? reason = null;
        foreach (var chunk in QuerySplitter.Split(text).Reverse())
        {
            if (IsKnown(chunk.Text) || Better(chunk) is not { } better)
            {
                continue;
            }

            corrected = string.Concat(corrected.AsSpan(0, chunk.Start), better.Text, corrected.AsSpan(chunk.Start + chunk.Length));
            reason = better.Reason;
        }

        return reason is null ? null : new Correction(corrected, true, reason);

        bool IsKnown(string piece)
        {
            var clauses = planner.Plan(reader.Read(piece, framework), connection).Clauses;
            return clauses.Count > 0 && clauses.All(clause => clause.OrSynonyms is not null);
        }

        (string Text, string Reason)? Better(QueryChunk chunk)
        {
            return Respell(chunk.Text) is { } respelt ? (respelt, "typo") : null;
        }

        string? Respell(string piece)
        {
            var respelt = piece;
            foreach (var token in Places.Of(analysis.Analyse(piece)).Reverse())
            {
                if (planner.Knows(token.Terms))
                {
                    continue;
                }

                var best = words.Near(token.Word).Take(MostCompared)
                    .Select(word => (Word: word, Courses: connection.Courses(word)))
                    .Where(candidate => candidate.Courses > 0)
                    .OrderByDescending(candidate => candidate.Courses).ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
                    .FirstOrDefault();
                if (best.Word is not null)
                {
                    respelt = string.Concat(respelt.AsSpan(0, token.Start), best.Word, respelt.AsSpan(token.Start + token.Length));
                }
            }

            return respelt == piece ? null : respelt;
        }
    }
}
