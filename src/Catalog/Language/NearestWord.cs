namespace DcCourseIndex.Catalog.Language;

/// <summary>Finds the known word that somebody most likely meant: a parameter, a key of a file, a source.</summary>
public static class NearestWord
{
    private const int LongestWritten = 100;

    /// <summary>
    /// The known word within a third of its letters by edit distance, letter case aside; else the first that begins or continues what was written;
    /// null where none is near. For short lists: every word is compared.
    /// </summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        var word = written.ToLowerInvariant();
        if (word.Length is 0 or > LongestWritten)
        {
            return null;
        }

        var (best, distance) = known
            .Select(candidate => (Word: candidate, Distance: Distance(word, candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .FirstOrDefault((Word: "", Distance: int.MaxValue));
        return distance < best.Length && distance <= (best.Length + 2) / 3 ? best : known.FirstOrDefault(candidate => Continues(word, candidate));
    }

    private static bool Continues(string word, string candidate) => word.Length > 2 && candidate.Length > 2
        && (word.StartsWith(candidate, StringComparison.OrdinalIgnoreCase) || candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
