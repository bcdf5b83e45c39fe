using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>Another spelling of a query whose words the index does not know: typed in the wrong keyboard layout, in Latin letters, or with one slip.</summary>
internal sealed class Correcting(QueryPlans plans, TextAnalysis analysis, TokenMap tokens, NearWords words)
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
            if (!IsKnown(chunk.Text, framework, connection) && Better(chunk.Text, framework, connection) is { } better)
            {
                corrected = string.Concat(corrected.AsSpan(0, chunk.Start), better.Text, corrected.AsSpan(chunk.Start + chunk.Length));
                reason = better.Reason;
            }
        }

        return reason is null ? null : new Correction(corrected, true, reason);
    }

    private bool IsKnown(string text, string framework, ReadConnection connection)
    {
        var clauses = plans.Plan(text, framework, connection).Clauses;
        return clauses.Count > 0 && clauses.All(clause => clause.OrSynonyms is not null);
    }

    private (string Text, string Reason)? Better(string text, string framework, ReadConnection connection)
    {
        var swapped = text.Any(letter => letter is >= 'Ѐ' and <= 'ӿ') ? KeyboardLayout.ToLatin(text) : KeyboardLayout.ToCyrillic(text);
        if (swapped != text && IsKnown(swapped, framework, connection))
        {
            return (swapped, "layout");
        }

        if (Respell(text, word => char.IsAscii(word[0]) ? connection.WordsInLatin(word) : [], connection) is { } cyrillic)
        {
            return (cyrillic, "transliteration");
        }

        return Respell(text, words.Near, connection) is { } respelt ? (respelt, "typo") : null;
    }

    /// <summary>The text with each unknown word replaced by the candidate that most courses have; null where there is none.</summary>
    private string? Respell(string text, Func<string, IReadOnlyList<string>> candidates, ReadConnection connection)
    {
        var respelt = text;
        foreach (var token in Places.Of(analysis.Analyse(text)).Reverse().Where(token => tokens.Of(token.Terms).Length == 0))
        {
            var best = candidates(token.Word).Take(MostCompared)
                .Select(word => (Word: word, Courses: connection.Courses(word)))
                .Where(candidate => candidate.Courses > 0)
                .OrderByDescending(candidate => candidate.Courses).ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best.Word is not null)
            {
                respelt = string.Concat(respelt.AsSpan(0, token.Start), best.Word, respelt.AsSpan(token.Start + token.Length));
            }
        }

        return respelt == text ? null : respelt;
    }
}
