namespace DcCourseIndex.Catalog.Language;

/// <summary>A word as it stands in a text, in UTF-16 units; <paramref name="Parts"/> over 1 says how many simple words, which follow in the list, a hyphen compound is made of.</summary>
public readonly record struct WordSpan(int Start, int Length, int Parts = 1)
{
    /// <summary>Where the text goes on behind the word.</summary>
    public int End => Start + Length;
}
