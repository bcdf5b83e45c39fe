using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Indexer.Query;

/// <summary>
/// The words of a text place by place. A hyphen compound stands as its parts, next to each other: so «онлайн-курс» and
/// «онлайн курс» are the same for index and query.
/// </summary>
internal static class Places
{
    /// <summary>One token a place, in reading order; where several stand in one place the shortest, which is the part.</summary>
    public static IReadOnlyList<AnalysedToken> Of(IReadOnlyList<AnalysedToken> tokens)
    {
        if (!AnyCompound(tokens))
        {
            return tokens;
        }

        List<AnalysedToken> places = new(tokens.Count);
        foreach (var token in tokens)
        {
            if (places.Count == 0 || places[^1].Position != token.Position)
            {
                places.Add(token);
            }
            else if (token.Length < places[^1].Length)
            {
                places[^1] = token;
            }
        }

        return places;
    }

    private static bool AnyCompound(IReadOnlyList<AnalysedToken> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Position == tokens[at + 1].Position)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The hyphen compounds of a text as wholes, in reading order: «веб-сайт» is found as «вебсайт».</summary>
    public static IEnumerable<AnalysedToken> Compounds(IReadOnlyList<AnalysedToken> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Position == tokens[at + 1].Position && tokens[at].Length > tokens[at + 1].Length)
            {
                yield return tokens[at];
            }
        }
    }

    /// <summary>
    /// The readings of a word by which synonyms are sought: a word that is written as it stands in a dictionary is that word,
    /// and not a form of another one («робота» is work, not of a robot). Texts are matched with all readings all the same.
    /// </summary>
    public static IReadOnlyList<string> Meant(string word, IReadOnlyList<string> terms) => terms.Count > 1 && terms[0] == word ? [word] : terms;

    /// <summary>What identifies the readings of a word: all its terms, sorted. Words with equal keys are one to the index.</summary>
    public static string Key(IReadOnlyList<string> terms) =>
        terms.Count == 1 ? terms[0] : string.Join(' ', terms.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
