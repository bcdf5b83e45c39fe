namespace DcCourseIndex.Crawler.Fetching.Robots;

/// <summary>One allow or disallow line (RFC 9309 §2.2.2) with its path pattern in normal form.</summary>
internal sealed record RobotsRule(bool Allow, string Pattern)
{
    /// <summary>Octets of the pattern: the longest match is the most specific one.</summary>
    public int Length => Pattern.Length;

    /// <summary>Whether the pattern matches from the first octet of a path in normal form; <c>*</c> stands for any octets, <c>$</c> for the end (§2.2.3).</summary>
    public bool Matches(string path)
    {
        var anchored = Pattern.EndsWith('$');
        var parts = (anchored ? Pattern[..^1] : Pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }
        var at = parts[0].Length;
        if (parts.Length == 1)
        {
            return !anchored || at == path.Length;
        }
        foreach (var part in parts[1..^1])
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }
            at = found + part.Length;
        }
        return anchored
            ? path.Length - parts[^1].Length >= at && path.EndsWith(parts[^1], StringComparison.Ordinal)
            : path.IndexOf(parts[^1], at, StringComparison.Ordinal) >= 0;
    }
}
