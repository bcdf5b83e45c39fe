using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.WordPress;

namespace DcCourseIndex.Portals.Recording;

/// <summary>Every address that a harvester may ask of a WordPress site, so that a recording answers it.</summary>
public static class WordPressWalk
{
    public static IEnumerable<Ask> Of(WordPressPortal portal)
    {
        string[] first =
        [
            "/robots.txt", "/", "/wp-json/", "/wp-json/wp/v2/types", "/wp-json/wp/v2/taxonomies", "/wp-json/wp/v2/pages?per_page=100&page=1", "/sitemap.xml", "/wp-sitemap.xml",
            "/wp-sitemap-posts-post-1.xml", "/feed/",
        ];
        return [.. first.Select(url => new Ask(url)), .. Lists(portal), .. Posts(portal)];
    }

    private static IEnumerable<Ask> Lists(WordPressPortal portal)
    {
        foreach (var list in new[] { "posts", "categories", "tags" })
        {
            yield return new($"/wp-json/wp/v2/{list}");
            var count = list == "posts" ? portal.Posts.All.Count : portal.Options.Terms.Count;
            foreach (var size in PageCount.Sizes.Prepend(10))
            {
                yield return new($"/wp-json/wp/v2/{list}?per_page={size}");
                for (var page = 1; page <= PageCount.Of(count, size) + 1; page++)
                {
                    foreach (var more in list == "posts" ? new[] { "", "&_embed=1", "&_embed=wp:term,wp:featuredmedia", "&orderby=id&order=asc", "&orderby=date&order=desc", "&orderby=modified&order=desc" } : [""])
                    {
                        yield return new($"/wp-json/wp/v2/{list}?per_page={size}&page={page}{more}");
                    }

                    yield return new($"/?rest_route=/wp/v2/{list}&per_page={size}&page={page}");
                }
            }
        }

        foreach (var term in portal.Options.Terms.Where(term => term.Taxonomy == "category"))
        {
            foreach (var ids in Chosen(portal, term))
            {
                yield return new($"/wp-json/wp/v2/posts?categories={ids}&per_page=100&page=1");
                yield return new($"/wp-json/wp/v2/posts?categories={ids}&per_page=100&page=1&_embed=1");
            }

            yield return new($"/wp-json/wp/v2/categories?slug={term.Slug}");
        }
    }

    // A harvester that is told a category asks for it and those below it, by number or in the order in which the site lists them.
    private static IEnumerable<string> Chosen(WordPressPortal portal, InventedTerm term)
    {
        var below = portal.Options.Terms.Where(other => other.Parent == term.Id).ToList();
        return
        [
            $"{term.Id}",
            string.Join(',', below.Select(other => other.Id).Order().Prepend(term.Id)),
            string.Join(',', below.OrderBy(other => other.Name, StringComparer.Ordinal).Select(other => other.Id).Prepend(term.Id)),
        ];
    }

    private static IEnumerable<Ask> Posts(WordPressPortal portal)
    {
        foreach (var post in portal.Posts.All)
        {
            var path = new Uri(portal.Link(post)).PathAndQuery;
            yield return new($"/wp-json/wp/v2/posts/{post.Id}");
            yield return new(path);
            yield return Ask.Head(path);
        }

        for (var page = 1; page <= PageCount.Of(portal.Posts.All.Count, 10) + 1; page++)
        {
            yield return new($"/feed/?paged={page}");
            yield return new($"/page/{page}/");
        }

        foreach (var term in portal.Options.Terms)
        {
            yield return new(SitePages.Path(portal, term));
        }
    }
}
