using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Parameters;

/// <summary>The values of filters as people type them: the wire value, its words on the pages in either language, or an everyday word for it.</summary>
internal static class FieldValues
{
    private static readonly string[] Tongues = ["uk", "en", "pl", "de", "fr", "es", "it", "ru", "mul"];

    private static readonly (Facet Facet, string Value, string[] Words)[] Everyday =
    [
        (Facet.Language, "uk", ["укр", "українською"]),
        (Facet.Language, "en", ["англ", "англійською", "eng"]),
        (Facet.Level, "foundation", ["початковий", "beginner", "basic"]),
        (Facet.Level, "advanced", ["поглиблений", "просунений"]),
        (Facet.Price, "free", ["безплатно", "безкоштовний", "безкоштовна", "безоплатно"]),
        (Facet.Price, "paid", ["платний", "платна"]),
        (Facet.Access, "open", ["вільний", "відкрито"]),
        (Facet.Credential, "certificate", ["сертифікат"]),
        (Facet.Tutor, "yes", ["так", "є"]),
        (Facet.Tutor, "no", ["ні", "немає"]),
        (Facet.Duration, "short", ["короткий"]),
        (Facet.Duration, "long", ["довгий"]),
        (Facet.Start, "now", ["зараз"]),
    ];

    private static readonly Dictionary<(Facet, string), string> ByWords = All();

    /// <summary>The wire value; null where the words are none that are known.</summary>
    public static string? Read(Facet facet, string typed) => ByWords.GetValueOrDefault((facet, TextFolding.Fold(typed)));

    private static Dictionary<(Facet, string), string> All()
    {
        var known = new Dictionary<(Facet, string), string>();
        foreach (var facet in Enum.GetValues<Facet>())
        {
            foreach (var value in KnownParameters.Of(facet).Values ?? [])
                Add(facet, value, [value, PageTexts.Ukrainian.Value(Wire.Name(facet), value), PageTexts.English.Value(Wire.Name(facet), value)]);
        }
        foreach (var facet in new[] { Facet.Language, Facet.Subtitle })
        {
            foreach (var tag in Tongues)
                Add(facet, tag, [tag, PageTexts.Ukrainian.LanguageName(tag), PageTexts.English.LanguageName(tag)]);
        }
        foreach (var (facet, value, words) in Everyday)
            Add(facet, value, words);
        return known;

        void Add(Facet facet, string value, string[] words)
        {
            foreach (var word in words)
                known.TryAdd((facet, TextFolding.Fold(word)), value);
        }
    }
}
