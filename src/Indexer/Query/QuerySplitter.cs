namespace DcCourseIndex.Indexer.Query;

/// <summary>Splits typed text at blanks, quotation marks, brackets and signs. Takes any string; what is beyond the limit is not read.</summary>
internal static class QuerySplitter
{
    /// <summary>UTF-16 units of a query that are read.</summary>
    public const int MaxLength = 500;

    private const string Opening = "\"«“„‟";
    private const string Closing = "\"»”“";
    private const string Minus = "-−–";
    private const int LongestFieldWord = 20;

    /// <summary>The text as far as it is read; a surrogate pair is not cut in two.</summary>
    public static string Cut(string text) =>
        text.Length <= MaxLength ? text : text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];

    public static IReadOnlyList<QueryChunk> Split(string text)
    {
        List<QueryChunk> chunks = [];
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var chunk = Sign(text, at) ?? Words(text, at);
            if (chunk.Length > 0)
            {
                chunks.Add(chunk);
            }

            at = Math.Max(at + 1, chunk.To);
        }

        return chunks;
    }

    private static QueryChunk? Sign(string text, int at)
    {
        var excluded = Minus.Contains(text[at], StringComparison.Ordinal) && at + 1 < text.Length && text[at + 1] == '(';
        var sign = excluded ? at + 1 : at;
        return text[sign] switch
        {
            '|' => new QueryChunk(at, 1, "|", false, false, ChunkKind.Or),
            '(' => new QueryChunk(at, sign + 1 - at, text[at..(sign + 1)], false, excluded, ChunkKind.Open),
            ')' => new QueryChunk(at, 1, ")", false, false, ChunkKind.Close),
            _ => null,
        };
    }

    private static QueryChunk Words(string text, int at)
    {
        var excluded = Minus.Contains(text[at], StringComparison.Ordinal) && at + 1 < text.Length
            && (char.IsLetterOrDigit(text[at + 1]) || IsIn(Opening, text[at + 1]));
        var start = excluded ? at + 1 : at;
        var field = FieldWordAt(text, start);
        var from = start + field.Length + (field.Length > 0 ? 1 : 0);
        var quoted = IsIn(Opening, text[from]);
        from += quoted ? 1 : 0;
        var end = quoted ? EndOfQuote(text, from) : EndOfWord(text, from);
        var to = Math.Min(text.Length, quoted ? end + 1 : end);
        var words = text[from..end];
        if (FieldWords.Read(field) is { } facet && words.Length > 0)
        {
            return new QueryChunk(start, to - start, text[start..to], false, excluded) { Facet = facet, Value = words, From = at };
        }

        return new QueryChunk(from, end - from, words, quoted, excluded, field.Length == 0 && !quoted && !excluded && words is "OR" or "АБО" ? ChunkKind.Or : ChunkKind.Words)
        {
            InTitle = field.Length > 0,
            From = at,
            To = to,
        };
    }

    // A field word has its value next to it: «мова: англійська» in a text that somebody pasted are two words.
    private static string FieldWordAt(string text, int start)
    {
        var colon = text.AsSpan(start, Math.Min(LongestFieldWord, text.Length - start)).IndexOf(':');
        if (colon <= 0 || start + colon + 1 >= text.Length || char.IsWhiteSpace(text[start + colon + 1]))
        {
            return "";
        }

        var word = text.Substring(start, colon);
        return FieldWords.IsTitle(word) || FieldWords.Read(word) is not null ? word : "";
    }

    private static bool IsIn(string signs, char sign) => signs.Contains(sign, StringComparison.Ordinal);

    // A quotation mark that is never closed holds to the end.
    private static int EndOfQuote(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny(Closing);
        return end < 0 ? text.Length : start + end;
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')' or '|') && (end == start || !IsIn(Opening, text[end])))
        {
            end++;
        }

        return end;
    }
}
