using System.Text;

namespace DcCourseIndex.SearchApi.Sru;

/// <summary>A piece of a query: a word, a quoted string, a sign such as <c>(</c> or <c>&lt;=</c>, or the end.</summary>
internal readonly record struct CqlToken(string Text, bool Quoted, bool Sign, int At)
{
    public bool IsEnd => Sign && Text.Length == 0;

    public bool Is(string sign) => Sign && Text == sign;

    /// <summary>Whether it is an unquoted word of the language, in whatever letters.</summary>
    public bool IsWord(string word) => !Sign && !Quoted && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Cuts a query of the Contextual Query Language (CQL 1.2) into pieces. A backslash takes away the meaning of the letter behind it and stays in the piece.</summary>
internal static class CqlTokens
{
    private const string Signs = "()/=<>";

    public static (IReadOnlyList<CqlToken> Tokens, SruDiagnostic? Wrong) Of(string query)
    {
        var tokens = new List<CqlToken>();
        for (var at = 0; at < query.Length;)
        {
            if (char.IsWhiteSpace(query[at]))
            {
                at++;
            }
            else if (query[at] == '"')
            {
                var end = Closing(query, at);
                if (end < 0)
                    return ([], SruDiagnostic.Quotes(at));
                tokens.Add(new(query[(at + 1)..end], true, false, at));
                at = end + 1;
            }
            else if (Signs.Contains(query[at], StringComparison.Ordinal))
            {
                var length = at + 1 < query.Length && query.Substring(at, 2) is "==" or "<=" or ">=" or "<>" ? 2 : 1;
                tokens.Add(new(query.Substring(at, length), false, true, at));
                at += length;
            }
            else
            {
                var start = at;
                while (at < query.Length && !char.IsWhiteSpace(query[at]) && query[at] != '"' && !Signs.Contains(query[at], StringComparison.Ordinal))
                    at += query[at] == '\\' && at + 1 < query.Length ? 2 : 1;
                tokens.Add(new(query[start..at], false, false, start));
            }
        }
        tokens.Add(new("", false, true, query.Length));
        return (tokens, null);
    }

    /// <summary>A term as it is meant, without the backslashes; wrong where it asks for masking or anchoring, which nothing here can do.</summary>
    public static (string Text, SruDiagnostic? Wrong) Meant(string term)
    {
        var text = new StringBuilder(term.Length);
        for (var at = 0; at < term.Length; at++)
        {
            if (term[at] == '\\' && at + 1 < term.Length)
                text.Append(term[++at]);
            else if (term[at] is '*' or '?')
                return ("", SruDiagnostic.Masking(term[at]));
            else if (term[at] == '^')
                return ("", SruDiagnostic.Anchor());
            else
                text.Append(term[at]);
        }
        return (text.ToString(), null);
    }

    private static int Closing(string query, int opening)
    {
        for (var at = opening + 1; at < query.Length; at++)
        {
            if (query[at] == '\\')
                at++;
            else if (query[at] == '"')
                return at;
        }
        return -1;
    }
}
