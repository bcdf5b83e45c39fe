using System.Collections.Concurrent;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// The reader's side of the vocabulary: which tokens have a term among their readings. It only grows; a token that a snapshot
/// does not have yet simply matches nothing there.
/// </summary>
internal sealed class TokenMap
{
    private readonly ConcurrentDictionary<string, int[]> _byTerm = new(StringComparer.Ordinal);

    /// <summary>The highest token known.</summary>
    public int Highest { get; private set; }

    /// <summary>Adds a token and returns those of its readings that were not known yet.</summary>
    public IReadOnlyList<string> Add(int token, string readings)
    {
        List<string> added = [];
        foreach (var term in readings.Split(' '))
        {
            var tokens = _byTerm.AddOrUpdate(term, static (_, token) => [token], static (_, known, token) => [.. known, token], token);
            if (tokens.Length == 1)
            {
                added.Add(term);
            }
        }

        Highest = token;
        return added;
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
