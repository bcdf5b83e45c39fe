using System.Globalization;
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

    /// <summary>Posts, pages, and the types whose name says that each entry is a course (<c>courses</c>, <c>sfwd-courses</c>, «Вебінари»); what other types hold is not looked at.</summary>
    public static IReadOnlyList<WordPressType> Types(JsonElement answer)
    {
        var found = new List<WordPressType> { WordPressType.Posts, WordPressType.Pages };
        if (answer.ValueKind != JsonValueKind.Object) return found;
        foreach (var type in answer.EnumerateObject().Select(entry => entry.Value).Where(type => type.ValueKind == JsonValueKind.Object))
        {
            if (type.Text("rest_base") is { } route && Route().IsMatch(route)
                && (type.Text("rest_namespace") ?? "wp/v2") == "wp/v2"
                && (CourseSlug().IsMatch(type.Text("slug") ?? "") || CourseName().IsMatch(type.Text("name") ?? "")))
            {
                found.Add(new WordPressType(route, IsCourses: true));
            }
        }

        return found;
    }

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
            Modified = Moment(post.Text("modified_gmt")) ?? Moment(post.Text("modified")),
            Posted = Moment(post.Text("date") ?? post.Text("date_gmt")) is { } date ? DateTime.Parse(date, CultureInfo.InvariantCulture) : null,
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

    // A post that was never published by the clock has zeros for a date.
    private static string? Moment(string? text) =>
        DateTime.TryParseExact(text?.TrimEnd('Z'), "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year > 1990 ? text!.TrimEnd('Z') : null;

    // Where the plugin of a short code is gone, its source stays in the text: [vc_row width=”1/1″].
    private static string? Unshortened(string? html) => html is null ? null : ShortCode().Replace(html, " ");

    [GeneratedRegex(@"\[/?(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)+|gallery|caption|embed|audio|video|playlist|contact-form-7)(?:\s[^\[\]]*)?\]", RegexOptions.NonBacktracking)]
    private static partial Regex ShortCode();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,80}$")]
    private static partial Regex Route();

    [GeneratedRegex(@"(?:^|[-_])(?:online)?(?:courses?|kurs[yi]?|webinars?|vebinar[yi]?|trainings?|moocs?|workshops?)(?:$|[-_])", RegexOptions.IgnoreCase)]
    private static partial Regex CourseSlug();

    [GeneratedRegex(@"^(?:онлайн-|відео)?(?:курси|вебінари|тренінги|воркшопи)\b|^(?:online )?(?:courses|webinars|trainings|workshops)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CourseName();
}
