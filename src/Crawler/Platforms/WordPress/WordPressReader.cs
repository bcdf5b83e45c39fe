using System.Text.Json;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>Reads answers of the REST interface (<c>wp/v2</c>): posts with embedded terms, categories, error codes. Pure.</summary>
internal static partial class WordPressReader
{
    /// <summary>The posts that anybody may read; null where the answer is no list of posts. Posts behind a password are left out.</summary>
    public static IReadOnlyList<WordPressPost>? Posts(JsonElement answer, Uri address) =>
        answer.ValueKind == JsonValueKind.Array
            ? [.. answer.EnumerateArray().Select(post => Post(post, address)).OfType<WordPressPost>()]
            : null;

    public static IReadOnlyList<WordPressCategory> Categories(JsonElement answer) =>
        answer.ValueKind != JsonValueKind.Array
            ? []
            : [.. answer.EnumerateArray()
                .Where(item => item.Number("id") is not null && Words.Unescaped(item.Text("name")) is not null)
                .Select(item => new WordPressCategory(
                    item.Number("id")!.Value,
                    Words.Unescaped(item.Text("name"))!,
                    Uri.UnescapeDataString(item.Text("slug") ?? ""),
                    item.Number("parent") ?? 0))];

    /// <summary>The code of an error answer, for example <c>rest_post_invalid_page_number</c>; null where it is none.</summary>
    public static string? Error(JsonElement answer) => answer.Member("code") is { ValueKind: JsonValueKind.String } ? answer.Text("code") : null;

    private static WordPressPost? Post(JsonElement post, Uri address)
    {
        var content = post.Member("content");
        if (content?.Flag("protected") == true || post.Text("status") is not (null or "publish")) return null;
        if (post.Number("id") is not { } id
            || post.Member("title")?.Text("rendered") is not { } title
            || !Uri.TryCreate(address, post.Text("link"), out var link)
            || link.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var embedded = post.Member("_embedded");
        return new WordPressPost(id, title, link)
        {
            Excerpt = Unshortened(post.Member("excerpt")?.Text("rendered")),
            Content = Unshortened(content?.Text("rendered")),
            Categories = [.. Terms(embedded, "category")],
            Tags = [.. Terms(embedded, "post_tag")],
            NotListed = post.Member("yoast_head_json")?.Member("robots")?.Text("index") == "noindex" ? true : null,
            Modified = post.Text("modified_gmt"),
            Image = embedded?.Items("wp:featuredmedia").Select(media => media.Text("source_url")).FirstOrDefault(source => source is not null),
        };
    }

    private static IEnumerable<string> Terms(JsonElement? embedded, string taxonomy) =>
        (embedded?.Items("wp:term") ?? [])
            .Where(list => list.ValueKind == JsonValueKind.Array)
            .SelectMany(list => list.EnumerateArray())
            .Where(term => term.Text("taxonomy") == taxonomy)
            .Select(term => Words.Unescaped(term.Text("name")))
            .OfType<string>();

    // Where the plugin of a short code is gone, its source stays in the text: [vc_row width=”1/1″].
    private static string? Unshortened(string? html) => html is null ? null : ShortCode().Replace(html, " ");

    [GeneratedRegex(@"\[/?(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)+|gallery|caption|embed|audio|video|playlist|contact-form-7)(?:\s[^\[\]]*)?\]", RegexOptions.NonBacktracking)]
    private static partial Regex ShortCode();
}
