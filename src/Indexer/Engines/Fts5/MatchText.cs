using System.Globalization;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>Writes FTS5 expressions out of token numbers; null stands for «cannot match».</summary>
internal static class MatchText
{
    // FTS5 looks each phrase of an expression up for itself; beyond this many the pairs of neighbours stand for the whole.
    private const int MostPhrases = 64;

    /// <summary>Any of the tokens.</summary>
    public static string? Any(IReadOnlyCollection<int> tokens) =>
        tokens.Count == 0 ? null : Or(tokens.Select(token => string.Create(CultureInfo.InvariantCulture, $"\"{token}\"")));

    /// <summary>One token of each place, next to each other.</summary>
    public static string? Phrase(IReadOnlyList<int[]> places)
    {
        if (places.Count == 0 || places.Any(place => place.Length == 0))
        {
            return null;
        }

        if (places.Count == 1)
        {
            return Any(places[0]);
        }

        var phrases = places.Aggregate(1L, (product, place) => Math.Min(MostPhrases + 1, product * place.Length));
        if (phrases <= MostPhrases)
        {
            return Or(Combinations(places).Select(phrase => $"\"{phrase}\""));
        }

        return places.Count == 2
            ? And(places.Select(Any))
            : And(Enumerable.Range(0, places.Count - 1).Select(at => Phrase([places[at], places[at + 1]])));
    }

    /// <summary>The expression within titles.</summary>
    public static string? InTitle(string? expression) => expression is null ? null : $"(title : ({expression}))";

    /// <summary>All of the expressions.</summary>
    public static string? And(IEnumerable<string?> expressions)
    {
        var all = expressions.ToList();
        return all.Count == 0 || all.Contains(null) ? null : all.Count == 1 ? all[0] : $"({string.Join(" AND ", all)})";
    }

    /// <summary>Any of the expressions that can match.</summary>
    public static string? Or(IEnumerable<string?> expressions)
    {
        var able = expressions.OfType<string>().Distinct().ToList();
        return able.Count == 0 ? null : able.Count == 1 ? able[0] : $"({string.Join(" OR ", able)})";
    }

    private static IEnumerable<string> Combinations(IReadOnlyList<int[]> places) => places.Skip(1).Aggregate(
        places[0].Select(token => token.ToString(CultureInfo.InvariantCulture)),
        (phrases, place) => phrases.SelectMany(phrase => place.Select(token => string.Create(CultureInfo.InvariantCulture, $"{phrase} {token}"))));
}
