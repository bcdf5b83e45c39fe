using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Diia;

/// <summary>What kind of thing the portal offers: courses and series stand side by side with tests, which teach nothing and are kept apart.</summary>
internal static class DiiaKind
{
    private const string Series = "Освітній серіал";

    private static readonly (string Stem, string Kind)[] Kinds =
    [
        ("освітній серіал", Series), ("educational series", Series), ("симулятор", "Симулятор"), ("simulator", "Симулятор"),
        ("вебінар", "Вебінар"), ("webinar", "Вебінар"), ("подкаст", "Подкаст"), ("podcast", "Подкаст"), ("гайд", "Гайд"), ("guide", "Гайд"),
    ];

    /// <summary>The portal's own word of a card, else what its texts begin with; null where nothing says more than «course».</summary>
    public static string? Of(string title, string? summary, string? label)
    {
        if (label is not null && Named(label) is { } said) return said;
        return Begins(title) ?? Begins(summary);
    }

    /// <summary>Whether a card or page is a test of digital skills («Цифрограм»).</summary>
    public static bool IsTest(IElement element, string? title) =>
        title?.StartsWith("цифрограм", StringComparison.OrdinalIgnoreCase) == true
        || title?.StartsWith("digigram", StringComparison.OrdinalIgnoreCase) == true
        || element.QuerySelector(".digigram-start-heading, [class*=digigram-start]") is not null;

    /// <summary>Courses and series do; guides, podcasts and the like do not by themselves.</summary>
    public static bool EndsWithCertificate(IReadOnlyList<string>? subjects) => !Kinds.Any(kind => kind.Kind != Series && subjects?.Contains(kind.Kind) == true);

    private static string? Named(string label) => Kinds.FirstOrDefault(kind => label.Contains(kind.Stem, StringComparison.OrdinalIgnoreCase)).Kind;

    private static string? Begins(string? text) => text is null ? null : Kinds.FirstOrDefault(kind => text.StartsWith(kind.Stem, StringComparison.OrdinalIgnoreCase)).Kind;
}
