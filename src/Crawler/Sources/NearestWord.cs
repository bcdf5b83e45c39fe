namespace DcCourseIndex.Crawler.Sources;

/// <summary>Finds the known word that somebody most likely meant.</summary>
public static class NearestWord
{
    /// <summary>The known word with the smallest edit distance, or null where even that one shares too little with what was written.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        var (best, distance) = known
            .Select(word => (Word: word, Distance: Distance(written, word)))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .FirstOrDefault((Word: "", Distance: int.MaxValue));
        return distance <= Math.Max(2, written.Length / 2) ? best : null;
    }

    private static int Distance(string left, string right)
    {
        var a = left.ToLowerInvariant();
        var b = right.ToLowerInvariant();
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var row = 1; row <= a.Length; row++)
        {
            var current = new int[b.Length + 1];
            current[0] = row;
            for (var column = 1; column <= b.Length; column++)
            {
                var replaced = above[column - 1] + (a[row - 1] == b[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[b.Length];
    }
}
