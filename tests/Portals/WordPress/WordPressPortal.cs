using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.WordPress;

/// <summary>An invented library's WordPress site: REST, feeds, sitemap and pages, as an anonymous visitor gets them.</summary>
public sealed class WordPressPortal : Portal
{
    private WordPressPortal(IEnumerable<InventedPost> posts, WordPressOptions options)
        : base(options)
    {
        Options = options;
        Posts = new(posts, post => $"{post.Id}");
    }

    public Shelf<InventedPost> Posts { get; }

    internal WordPressOptions Options { get; }

    /// <summary>What visitors may see, the newest first.</summary>
    internal IEnumerable<InventedPost> Shown => Posts.All.Where(post => post.Status == "publish").OrderByDescending(post => post.Date).ThenByDescending(post => post.Id);

    public static async Task<WordPressPortal> StartAsync(IEnumerable<InventedPost> posts, WordPressOptions? options = null)
    {
        var portal = new WordPressPortal(posts, options ?? new());
        await portal.ListenAsync();
        return portal;
    }

    /// <summary>Address of a post as WordPress prints it.</summary>
    internal string Link(InventedPost post) =>
        Url(Options.PlainPermalinks ? $"/?p={post.Id}" : $"/{Slugs.Encode(post.Slug)}/");

    internal override bool IsList(PortalRequest request) =>
        request.Path is "/" or "/feed/" || request.Path.StartsWith("/wp-json", StringComparison.Ordinal) || request.Query.ContainsKey("rest_route");

    internal override PortalAnswer LoginPage() =>
        SitePages.Frame(this, "Увійти", "<form id=\"loginform\" method=\"post\"><input name=\"log\"><input name=\"pwd\" type=\"password\"></form>");

    internal override PortalAnswer Answer(PortalRequest request)
    {
        var path = request.Path;
        if (request.Query.TryGetValue("rest_route", out var route))
        {
            return Rest.Answer(this, request, route);
        }

        if (path is "/wp-json" || path.StartsWith("/wp-json/", StringComparison.Ordinal))
        {
            return Options.PlainPermalinks ? PortalAnswer.Redirect(301, new Uri(Url("/"))) : Rest.Answer(this, request, path["/wp-json".Length..]);
        }

        return path switch
        {
            "/feed/" => Feed.Answer(this, request),
            "/sitemap.xml" => PortalAnswer.Redirect(302, new Uri(Url("/wp-sitemap.xml"))),
            "/wp-sitemap.xml" => Sitemap.Index(this),
            "/wp-sitemap-posts-post-1.xml" => Sitemap.Posts(this),
            _ => SitePages.Answer(this, request),
        };
    }
}
