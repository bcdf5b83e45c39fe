using System.Collections.Concurrent;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>
/// The reader's side of the vocabulary: which tokens have a term among their readings. It only grows; a token that a snapshot
/// does not have yet simply matches nothing there.
/// </summary>
internal sealed class TokenMap
{
    private readonly ConcurrentDictionary<string, int[]> _byTerm = new(StringComparer.Ordinal);

    /// <summary>The highest token known.</summary>
    public int Highest { get; private set; }

    public void Add(int token, string readings)
    {
        foreach (var term in readings.Contains(' ', StringComparison.Ordinal) ? readings.Split(' ') : [readings])
        {
            _byTerm.AddOrUpdate(term, static (_, token) => [token], static (_, known, token) => [.. known, token], token);
        }

        Highest = token;
    }

    /// <summary>The tokens that can be read as any of the terms.</summary>
    public int[] Of(IReadOnlyList<string> terms)
    {
        if (terms.Count == 1)
        {
            return _byTerm.GetValueOrDefault(terms[0]) ?? [];
        }

        return [.. terms.SelectMany(term => _byTerm.GetValueOrDefault(term) ?? []).Distinct()];
    }
}
