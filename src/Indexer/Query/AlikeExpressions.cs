namespace DcCourseIndex.Indexer.Query;

/// <summary>Finds the expressions of themes that begin as a word does which nobody has written down: «залипалово» beside «залипання», «гуглтаблички» beside «гугл таблиці».</summary>
internal sealed class AlikeExpressions
{
    private const int Beginning = 5;

    // Of the longer one of the two.
    private const double LeastShared = 0.6;

    // It may be quite another word.
    private const float Doubt = 0.7f;

    private readonly Dictionary<string, List<(string Letters, Theme Theme, float Weight)>> _byBeginning = new(StringComparer.Ordinal);

    /// <summary>Adds an expression, its words written together, with how much it says for its theme.</summary>
    public void Add(string letters, Theme theme, float weight)
    {
        if (letters.Length >= Beginning)
        {
            (_byBeginning.TryGetValue(letters[..Beginning], out var list) ? list : _byBeginning[letters[..Beginning]] = []).Add((letters, theme, weight));
        }
    }

    /// <summary>The themes with such an expression, and how much it says for them; the same theme perhaps several times.</summary>
    public List<(Theme Theme, float Weight)> Of(string word) => word.Length < Beginning ? [] :
    [
        .. (_byBeginning.GetValueOrDefault(word[..Beginning]) ?? [])
            .Where(one => one.Letters.AsSpan().CommonPrefixLength(word) >= LeastShared * Math.Max(word.Length, one.Letters.Length))
            .Select(one => (one.Theme, one.Weight * Doubt)),
    ];
}
