using DcCourseIndex.Crawler.Probing.Writing;

namespace DcCourseIndex.Crawler.Probing.Cards;

/// <summary>Writes the recipe of a list of cards. Pure.</summary>
internal static class CardRecipe
{
    /// <param name="shape">How the list looks.</param>
    /// <param name="at">Path and query of the list.</param>
    /// <param name="isDescribed">The courses' own pages describe them as schema.org does.</param>
    public static IReadOnlyList<string> Lines(CardShape shape, string at, bool isDescribed) =>
    [
        $"  order: [{(isDescribed ? "json-ld, " : "")}html]",
        $"  links: [{YamlWriting.Quoted(shape.Path.Pattern)}]",
        "  list:",
        $"    at: {YamlWriting.Quoted(at)}",
        $"    items: {YamlWriting.Quoted(shape.Items)}",
        .. shape.Paging is { } paging ? [$"    {paging}"] : Array.Empty<string>(),
        "    fields:",
        $"      title: {shape.Title}",
        $"      url: {shape.Url}",
        .. shape.HasImages ? ["      image: img"] : Array.Empty<string>(),
        "  detail:",
        "    fields:",
        "      title: [h1, 'meta[property=\"og:title\"]']",
        "      summary: ['meta[property=\"og:description\"]', 'meta[name=\"description\"]']",
        "      image: 'meta[property=\"og:image\"]'",
    ];
}
