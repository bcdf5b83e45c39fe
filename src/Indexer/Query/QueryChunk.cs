namespace DcCourseIndex.Indexer.Query;

/// <summary>A piece of the typed text that is read as one: a word between blanks or a quoted phrase.</summary>
internal readonly record struct QueryChunk(int Start, int Length, string Text, bool Quoted, bool Excluded);
