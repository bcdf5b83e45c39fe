using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.WordPress;

/// <summary>The HTML pages: home, archives of categories and tags, posts.</summary>
internal static class SitePages
{
    private const int PerPage = 10;

    public static PortalAnswer Answer(WordPressPortal portal, PortalRequest request)
    {
        var parts = request.Path.Trim('/').Split('/');
        var page = 1;
        if (parts is [.. var before, "page", var number] && int.TryParse(number, out page))
        {
            parts = before.Length == 0 ? [""] : before;
        }

        var id = request.Whole("p");
        return parts switch
        {
            [""] when id > 0 => Post(portal, portal.Shown.FirstOrDefault(post => post.Id == id)),
            [""] => Archive(portal, portal.Options.Name, [.. portal.Shown], Math.Max(page, 1), "/"),
            ["category", .., var slug] => TermPage(portal, "category", slug, page),
            ["tag", var slug] => TermPage(portal, "post_tag", slug, page),
            [var slug] => Post(portal, portal.Shown.FirstOrDefault(post => Slugs.Same(post.Slug, slug))),
            _ => Missing(portal),
        };
    }

    public static PortalAnswer Frame(WordPressPortal portal, string title, string content, int status = 200) => PortalAnswer.Html($"""
        <!DOCTYPE html>
        <html lang="uk">
        <head>
        <meta charset="UTF-8">
        <title>{title} &#8211; {Markup.Escape(portal.Options.Name)}</title>
        <link rel="alternate" type="application/rss+xml" href="{portal.Url("/feed/")}" />
        <link rel="https://api.w.org/" href="{portal.Url("/wp-json/")}" />
        <meta name="generator" content="WordPress 6.1.9" />
        </head>
        <body><header><a href="{portal.Url("/")}" rel="home">{Markup.Escape(portal.Options.Name)}</a></header>
        <main id="main" class="site-main">
        {content}
        </main>
        <footer>{Markup.Escape(portal.Options.Tagline)}</footer></body></html>

        """, status).With("Link", $"<{portal.Url("/wp-json/")}>; rel=\"https://api.w.org/\"");

    /// <summary>Path of an archive; the parent is part of it.</summary>
    public static string Path(WordPressPortal portal, InventedTerm term)
    {
        var parent = portal.Options.Terms.FirstOrDefault(other => other.Id == term.Parent && other.Taxonomy == term.Taxonomy);
        return term.Taxonomy == "post_tag" ? $"/tag/{Slugs.Encode(term.Slug)}/"
            : parent is null ? $"/category/{Slugs.Encode(term.Slug)}/"
            : $"{Path(portal, parent)}{Slugs.Encode(term.Slug)}/";
    }

    private static PortalAnswer TermPage(WordPressPortal portal, string taxonomy, string slug, int page) =>
        portal.Options.Terms.FirstOrDefault(term => term.Taxonomy == taxonomy && Slugs.Same(term.Slug, slug)) is { } found
            ? Archive(portal, found.Name, [.. portal.Shown.Where(post => (taxonomy == "category" ? post.Categories : post.Tags).Contains(found.Id))], Math.Max(page, 1), Path(portal, found))
            : Missing(portal);

    private static PortalAnswer Archive(WordPressPortal portal, string title, List<InventedPost> posts, int page, string path)
    {
        var shown = posts.Skip((page - 1) * PerPage).Take(PerPage).ToList();
        if (shown.Count == 0 && page > 1)
        {
            return Missing(portal);
        }

        var articles = string.Join("\n", shown.Select(post => $"""
            <article id="post-{post.Id}" class="post"><h2 class="entry-title"><a href="{portal.Link(post)}" rel="bookmark">{PostText.Title(post)}</a></h2>
            <time class="entry-date published" datetime="{post.Date:yyyy-MM-ddTHH:mm:ss}">{post.Date:dd.MM.yyyy}</time><div class="entry-summary">{PostText.Excerpt(post)}</div></article>
            """));
        var next = page * PerPage < posts.Count ? $"""<nav class="pagination"><a class="next page-numbers" href="{portal.Url($"{path}page/{page + 1}/")}">Далі</a></nav>""" : "";
        return Frame(portal, Markup.Escape(title), $"<h1>{Markup.Escape(title)}</h1>\n{articles}\n{next}");
    }

    private static PortalAnswer Post(WordPressPortal portal, InventedPost? post) => post is null ? Missing(portal) : Frame(portal, PostText.Title(post), $"""
        <article id="post-{post.Id}" class="post"><header class="entry-header"><h1 class="entry-title">{PostText.Title(post)}</h1>
        <time class="entry-date published" datetime="{post.Date:yyyy-MM-ddTHH:mm:ss}">{post.Date:dd.MM.yyyy}</time></header>
        <div class="entry-content">{(post.Protected ? "<form class=\"post-password-form\" method=\"post\"></form>" : post.Content)}</div></article>
        """);

    private static PortalAnswer Missing(WordPressPortal portal) => Frame(portal, "Сторінку не знайдено", "<h1>Нічого не знайдено</h1>", 404);
}
