using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>Makes raw listings of a post: one under the post's own number, or one for each of several courses under the number and a mark of the course's address, so that neither their order nor their number changes who is who. Pure.</summary>
internal static class WordPressListings
{
    private const int MarkBytes = 6;

    /// <param name="post">A post that announces something.</param>
    /// <param name="isCourse">The post itself is the page of a course, not news of one.</param>
    public static IReadOnlyList<RawListing> Of(WordPressPost post, bool isCourse = false)
    {
        var several = isCourse ? [] : AnnouncedCourses.Find(post);
        return several.Count == 0 ? [Whole(post, isCourse)] : [.. several.Select(course => Part(post, course))];
    }

    public static string Id(WordPressPost post) => post.Id.ToString(CultureInfo.InvariantCulture);

    private static RawListing Whole(WordPressPost post, bool isCourse) => AnnouncedFacts.Fill(Post(post) with
    {
        Id = Id(post),
        Title = post.Title,
        Url = ((isCourse ? null : AnnouncedLink.Find(post)) ?? post.Link).AbsoluteUri,
        Summary = post.Excerpt ?? post.Content,
        Description = post.Content,
    }, $"{HtmlText.OneLine(post.Title)}\n{HtmlText.ToText(post.Content ?? "")}", post.Posted);

    private static RawListing Part(WordPressPost post, AnnouncedCourse course)
    {
        var listing = AnnouncedFacts.Fill(Post(post) with
        {
            Id = $"{Id(post)}-{Mark(course.Link)}",
            Title = course.Title,
            Url = course.Link.AbsoluteUri,
            Summary = course.Text,
            Provider = course.Provider,
            // The labels round it are Ukrainian, which says nothing of the course.
            Language = course.Title.Contains(' ', StringComparison.Ordinal) && LanguageGuess.Guess(course.Title, "") == "en" ? "en" : null,
        }, course.Text, post.Posted);
        // «Сім безкоштовних курсів» stands above the list.
        return listing.Price is null ? listing with { Price = AnnouncedFacts.Fill(Post(post), $"{HtmlText.OneLine(post.Title)}\n{Opening(post)}", null).Price } : listing;
    }

    private static RawListing Post(WordPressPost post) => new()
    {
        Id = Id(post),
        Title = post.Title,
        Url = post.Link.AbsoluteUri,
        Keywords = post.Tags.Count > 0 ? post.Tags : null,
        Subjects = post.Categories.Count > 0 ? post.Categories : null,
        Image = post.Image,
    };

    private static string Opening(WordPressPost post) => HtmlText.ToText(post.Content ?? "").Split('\n', 2)[0];

    private static string Mark(Uri link) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(OutsideLinks.KeyOf(link).ToLowerInvariant())).AsSpan(0, MarkBytes));
}
