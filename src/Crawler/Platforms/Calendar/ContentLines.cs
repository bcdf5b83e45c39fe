using System.Text;

namespace DcCourseIndex.Crawler.Platforms.Calendar;

/// <summary>One line of a calendar (RFC 5545 §3.1). Names are upper case; the value is as written.</summary>
internal sealed record ContentLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    /// <summary>The value as text (§3.3.11): escaped commas, semicolons, backslashes and line ends.</summary>
    public string Text => Unescaped(Value);

    /// <summary>The values of a list of texts; escaped commas part nothing.</summary>
    public IEnumerable<string> Texts
    {
        get
        {
            var from = 0;
            for (var i = 0; i <= Value.Length; i++)
            {
                if (i < Value.Length && Value[i] == '\\') i++;
                else if (i == Value.Length || Value[i] == ',')
                {
                    if (Unescaped(Value[from..Math.Min(i, Value.Length)]).Trim() is { Length: > 0 } text) yield return text;
                    from = i + 1;
                }
            }
        }
    }

    private static string Unescaped(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal)) return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length) text.Append(value[i]);
            else text.Append(value[++i] is 'n' or 'N' ? '\n' : value[i]);
        }

        return text.ToString();
    }
}

/// <summary>Unfolds a calendar and takes its lines apart; what is no line is passed over. Pure.</summary>
internal static class ContentLines
{
    private const int LongestLine = 500_000;

    public static IEnumerable<ContentLine> Read(string text)
    {
        var line = new StringBuilder();
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } next)
        {
            // §3.1: a line that begins with white space goes on from the one before.
            if (next is [' ' or '\t', ..] && line.Length > 0)
            {
                if (line.Length < LongestLine) line.Append(next, 1, next.Length - 1);
                continue;
            }

            if (Parsed(line.ToString()) is { } whole) yield return whole;
            line.Clear().Append(next);
        }

        if (Parsed(line.ToString()) is { } last) yield return last;
    }

    private static ContentLine? Parsed(string line)
    {
        var quoted = false;
        var cuts = new List<int>();
        var colon = -1;
        for (var i = 0; i < line.Length && colon < 0; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ';' && !quoted) cuts.Add(i);
            else if (line[i] == ':' && !quoted) colon = i;
        }

        if (colon <= 0) return null;
        cuts.Add(colon);
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var parameter = line[(cuts[i] + 1)..cuts[i + 1]].Split('=', 2);
            if (parameter.Length == 2) parameters.TryAdd(parameter[0].Trim(), parameter[1].Trim().Trim('"'));
        }

        return new ContentLine(line[..cuts[0]].Trim().ToUpperInvariant(), parameters, line[(colon + 1)..]);
    }
}
