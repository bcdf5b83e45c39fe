using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>Finds the outside address that a post announces, where it is clearly one: a single course page, or else a single outside link.</summary>
internal static partial class AnnouncedLink
{
    private static readonly string[] Social =
    [
        "facebook.com", "fb.com", "fb.me", "t.me", "telegram.me", "instagram.com", "youtube.com", "youtu.be", "twitter.com", "x.com",
        "linkedin.com", "tiktok.com", "viber.com", "wikipedia.org", "creativecommons.org", "wordpress.org",
    ];

    /// <summary>Null where there is none or several could be meant.</summary>
    public static Uri? Find(WordPressPost post, bool coursePagesOnly = false)
    {
        var outside = Links(post.Content ?? "", post.Link).DistinctBy(link => link.GetLeftPart(UriPartial.Path)).ToList();
        var courses = outside.Where(link => CoursePath().IsMatch(link.AbsolutePath)).ToList();
        if (courses.Count > 0 || coursePagesOnly) return courses.Count == 1 || (coursePagesOnly && courses.Count > 0) ? courses[0] : null;
        return outside.Count == 1 ? outside[0] : null;
    }

    private static IEnumerable<Uri> Links(string html, Uri from)
    {
        using var document = PageMarkup.Parse(html, from);
        var written = document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href") ?? "");
        // Addresses in the text that nobody made a link of.
        var bare = BareAddress().Matches(document.Body?.TextContent ?? "").Select(match => match.Value.TrimEnd('.', ',', ';', ')', '»', '!', '?'));
        foreach (var href in written.Concat(bare))
        {
            if (Uri.TryCreate(from, href.Trim(), out var link) && IsOutside(link, from)) yield return link;
        }
    }

    private static bool IsOutside(Uri link, Uri from) =>
        link.Scheme is "http" or "https"
        && !string.Equals(link.Host, from.Host, StringComparison.OrdinalIgnoreCase)
        && link.AbsolutePath.Trim('/').Length > 0
        && !FilePath().IsMatch(link.AbsolutePath)
        && !Social.Any(host => link.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || link.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"/(?:courses?|kursy?|prometheus-(?:free|plus)|learn|enrol|mooc|webinar)(?:[/.:]|$)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CoursePath();

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|pptx?|zip|mp4|mp3)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FilePath();

    [GeneratedRegex("""https?://[^\s<>"'«“\[\]]{4,1000}""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex BareAddress();
}
