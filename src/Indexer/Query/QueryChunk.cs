namespace DcCourseIndex.Indexer.Query;

/// <summary>What a piece of the typed text is: words to be looked for, or a sign that joins them.</summary>
internal enum ChunkKind { Words, Or, Open, Close }

/// <summary>A piece of the typed text that is read as one: a word between blanks, a quoted phrase, or a sign. <paramref name="Text"/> stands at <paramref name="Start"/>.</summary>
internal readonly record struct QueryChunk(int Start, int Length, string Text, bool Quoted, bool Excluded, ChunkKind Kind = ChunkKind.Words)
{
    /// <summary>Asked for with a word for the title: to be found there and nowhere else.</summary>
    public bool InTitle { get; init; }

    /// <summary>The filter whose field word stands before a value; the text is then both as typed. Null for everything else.</summary>
    public Facet? Facet { get; init; }

    /// <summary>The value behind a field word, without quotation marks.</summary>
    public string Value { get; init; } = "";

    /// <summary>Where the whole piece begins: before minus, field word and quotation mark.</summary>
    public int From { get; init; } = Start;

    /// <summary>Where the whole piece ends.</summary>
    public int To { get; init; } = Start + Length;
}
