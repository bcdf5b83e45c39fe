using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>The addresses in a post that lead away from its site and could be those of courses, with the place where each stands.</summary>
internal static partial class OutsideLinks
{
    private static readonly string[] Social =
    [
        "facebook.com", "fb.com", "fb.me", "t.me", "telegram.me", "instagram.com", "youtube.com", "youtu.be", "twitter.com", "x.com",
        "linkedin.com", "tiktok.com", "viber.com", "wikipedia.org", "creativecommons.org", "wordpress.org",
    ];

    /// <summary>An address and the element that is, or whose text holds, it.</summary>
    internal sealed record Found(Uri Link, IElement Place)
    {
        /// <summary>The address says that it is of one course.</summary>
        public bool IsCoursePage => CoursePath().IsMatch(Link.AbsolutePath);

        public string Key { get; } = KeyOf(Link);
    }

    /// <summary>The same for addresses that lead to the same page: without what only counts visitors.</summary>
    public static string KeyOf(Uri link) =>
        Tracking().Replace($"{link.Host}{link.AbsolutePath.TrimEnd('/')}{link.Query}".Replace("/course/info.php", "/course/view.php", StringComparison.Ordinal), "").TrimEnd('?', '&');

    /// <summary>In the order of the text; links first, then addresses that nobody made a link of.</summary>
    public static IEnumerable<Found> Of(IDocument document, Uri from)
    {
        var written = document.QuerySelectorAll("a[href]").Select(link => (Href: link.GetAttribute("href") ?? "", Place: link));
        var bare = document.Body is { } body ? body.Descendants<IText>().SelectMany(Bare) : [];
        foreach (var (href, place) in written.Concat(bare))
        {
            if (Uri.TryCreate(from, href.Trim(), out var link) && IsOutside(link, from)) yield return new Found(link, place);
        }
    }

    private static IEnumerable<(string Href, IElement Place)> Bare(IText text) =>
        text.ParentElement is { } place && place.Closest("a, script, style") is null
            ? BareAddress().Matches(text.Data).Select(match => (match.Value.TrimEnd('.', ',', ';', ')', '»', '!', '?'), place))
            : [];

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

    [GeneratedRegex(@"(?<=[?&])(?:utm[a-z_]*|fbclid|gclid)=[^&]*&?", RegexOptions.IgnoreCase)]
    private static partial Regex Tracking();
}
