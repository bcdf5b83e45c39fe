namespace DcCourseIndex.SearchApi.Parameters;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class NearestName
{
    /// <summary>The known name within a third of its letters by edit distance, or one that the sent name begins or continues; null where none is near.</summary>
    public static string? Of(string sent, IReadOnlyList<string> known)
    {
        var name = sent.ToLowerInvariant();
        if (name.Length is 0 or > 40)
            return null;
        var best = known
            .Select(candidate => (candidate, distance: Distance(name, candidate)))
            .OrderBy(pair => pair.distance)
            .FirstOrDefault();
        return best.candidate is not null && best.distance < best.candidate.Length && best.distance <= (best.candidate.Length + 2) / 3
            ? best.candidate
            : known.FirstOrDefault(candidate => candidate.Length > 2 && name.Length > 2
                && (name.StartsWith(candidate, StringComparison.Ordinal) || candidate.StartsWith(name, StringComparison.Ordinal)));
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replace = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }
}
