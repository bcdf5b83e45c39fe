namespace DcCourseIndex.Catalog.Language;

/// <summary>English words that are known to be ones, so that none is taken for a slip of another; far from all there are.</summary>
public static class EnglishWords
{
    private static readonly HashSet<string> Stems = LanguageFiles.Words(LanguageFiles.EnglishWords).Select(EnglishStemmer.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>True for a known word in any of its regular forms; folded as by <see cref="TextFolding"/>.</summary>
    public static bool Contains(string foldedWord) => Stems.Contains(EnglishStemmer.Stem(foldedWord));
}
