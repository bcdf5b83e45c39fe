namespace DcCourseIndex.Indexer.Query;

/// <summary>Splits typed text at blanks and quotation marks. Takes any string; what is beyond the limit is not read.</summary>
internal static class QuerySplitter
{
    /// <summary>UTF-16 units of a query that are read.</summary>
    public const int MaxLength = 500;

    private const string Opening = "\"«“„‟";
    private const string Closing = "\"»”“";
    private const string Minus = "-−–";

    /// <summary>The text as far as it is read; a surrogate pair is not cut in two.</summary>
    public static string Cut(string text) =>
        text.Length <= MaxLength ? text : text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];

    public static IReadOnlyList<QueryChunk> Split(string text)
    {
        List<QueryChunk> chunks = [];
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var excluded = Minus.Contains(text[at], StringComparison.Ordinal) && at + 1 < text.Length
                && (char.IsLetterOrDigit(text[at + 1]) || Opening.Contains(text[at + 1], StringComparison.Ordinal));
            var start = excluded ? at + 1 : at;
            var quoted = Opening.Contains(text[start], StringComparison.Ordinal);
            start += quoted ? 1 : 0;
            var end = quoted ? EndOfQuote(text, start) : EndOfWord(text, start);
            if (end > start)
            {
                chunks.Add(new QueryChunk(start, end - start, text[start..end], quoted, excluded));
            }

            at = quoted ? end + 1 : end;
        }

        return chunks;
    }

    // A quotation mark that is never closed holds to the end.
    private static int EndOfQuote(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny(Closing);
        return end < 0 ? text.Length : start + end;
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && (end == start || !Opening.Contains(text[end], StringComparison.Ordinal)))
        {
            end++;
        }

        return end;
    }
}
