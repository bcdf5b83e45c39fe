using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Platforms.WordPress;

namespace DcCourseIndex.Crawler.Platforms.Feeds;

/// <summary>Decides which entries of a feed announce a course, by the rule that holds for posts, and makes raw listings of them. Pure.</summary>
internal static partial class FeedListing
{
    /// <summary>In <c>categories:</c>: every entry is a course.</summary>
    public const string Every = "*";

    /// <summary>Null where the entry announces nothing to learn. Throws <see cref="ListingUnreliableException"/> for an entry whose text no browser would show.</summary>
    /// <param name="categories">Of the source file; empty: all entries are judged by their words.</param>
    public static RawListing? Of(FeedEntry entry, IReadOnlyList<string> categories)
    {
        if (categories.Contains(Every)) return Listing(entry, entry.Link);
        var allowed = categories.Count > 0;
        if (allowed && !entry.Categories.Any(name => categories.Any(wanted => Words.Same(wanted, name)))) return null;
        var post = new WordPressPost(0, entry.Title, entry.Link) { Excerpt = entry.Summary, Content = entry.Content ?? entry.Summary, Categories = entry.Categories };
        return CourseAnnouncement.Is(post, allowed) ? Listing(entry, AnnouncedLink.Find(post) ?? entry.Link) : null;
    }

    private static RawListing Listing(FeedEntry entry, Uri url) => new()
    {
        Id = entry.Id,
        Title = entry.Title,
        Url = url.AbsoluteUri,
        Summary = Own(entry.Summary ?? entry.Content),
        Description = Own(entry.Content),
        Language = entry.Language,
        Authors = entry.Authors.Count > 0 ? entry.Authors : null,
        Subjects = entry.Categories.Count > 0 ? entry.Categories : null,
        Licence = entry.Rights,
        Instances = entry.Start is null && entry.End is null ? null : [new RawInstance(entry.Start, entry.End)],
        Image = entry.Image,
    };

    // WordPress ends every entry of its feeds with a sentence on itself.
    private static string? Own(string? html) => html is null ? null : Footer().Replace(html, "");

    [GeneratedRegex(@"<p>(?:The post|Запис|Допис|Повідомлення|Сообщение)\s*<a\s[^<>]*>[^<>]*</a>\s*(?:appeared first on|(?:спершу |вперше )?з[^\s<>]{1,8}явив\p{L}+(?: спочатку)? на|появились сначала на)\s*<a\s[^<>]*>[^<>]*</a>\.?</p>\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Footer();
}
