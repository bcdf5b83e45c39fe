using DcCourseIndex.Crawler.Probing.Writing;

namespace DcCourseIndex.Crawler.Probing.Cards;

/// <summary>Writes the recipe of a list of cards. Pure.</summary>
internal static class CardRecipe
{
    /// <param name="shape">How the list looks.</param>
    /// <param name="at">Path and query of the list.</param>
    /// <param name="isDescribed">The courses' own pages describe them as schema.org does.</param>
    /// <param name="labels">What stands beside labels on such a page; null where nothing does.</param>
    public static IReadOnlyList<string> Lines(CardShape shape, string at, bool isDescribed, LabelShape? labels) =>
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
        .. shape.Price is { } price ? Price($"select: {YamlWriting.Quoted(price)}") : Array.Empty<string>(),
        .. shape.HasImages ? ["      image: img"] : Array.Empty<string>(),
        "  detail:",
        .. labels is null ? Array.Empty<string>() : [$"    labels: {{ rows: {YamlWriting.Quoted(labels.Rows)}, name: {YamlWriting.Quoted(labels.Name)}, value: {YamlWriting.Quoted(labels.Value)} }}"],
        "    fields:",
        "      title: [h1, 'meta[property=\"og:title\"]']",
        "      summary: ['meta[property=\"og:description\"]', 'meta[name=\"description\"]']",
        "      image: 'meta[property=\"og:image\"]'",
        .. labels?.Fields.SelectMany(field => Labelled(field.Field, $"label: {YamlWriting.Quoted(field.Label)}")) ?? [],
    ];

    private static string[] Labelled(string field, string way) => field == "price" ? Price(way) : [$"      {field}: {{ {way} }}"];

    private static string[] Price(string way) => [$"      price: {{ {way}, words: {{ безкоштовн: free, безоплатн: free, free: free, грн: paid, ₴: paid }} }}", $"      amount: {{ {way} }}"];
}
