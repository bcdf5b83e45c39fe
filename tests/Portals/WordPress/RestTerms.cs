using System.Text.Json.Nodes;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.WordPress;

/// <summary>Categories, tags, types and the index of the REST interface.</summary>
internal static class RestTerms
{
    public static PortalAnswer List(WordPressPortal portal, PortalRequest request, string taxonomy)
    {
        var terms = portal.Options.Terms
            .Where(term => term.Taxonomy == taxonomy)
            .Where(term => request.Parameter("slug") is not { } slug || Slugs.Same(term.Slug, Uri.UnescapeDataString(slug)))
            .Where(term => request.Parameter("hide_empty") is not ("1" or "true") || Count(portal, term) > 0)
            .OrderBy(term => term.Name, StringComparer.Ordinal)
            .ToList();
        return Rest.Page(portal, request, taxonomy == "category" ? "/wp/v2/categories" : "/wp/v2/tags", terms, term => Of(portal, term));
    }

    public static JsonObject Of(WordPressPortal portal, InventedTerm term)
    {
        var item = new JsonObject
        {
            ["id"] = term.Id,
            ["count"] = Count(portal, term),
            ["description"] = "",
            ["link"] = portal.Url(SitePages.Path(portal, term)),
            ["name"] = Markup.Escape(term.Name),
            ["slug"] = Slugs.Encode(term.Slug),
            ["taxonomy"] = term.Taxonomy,
            ["meta"] = new JsonArray(),
        };
        if (term.Taxonomy == "category")
        {
            item["parent"] = term.Parent;
        }

        return item;
    }

    public static JsonObject Index(WordPressPortal portal) => new()
    {
        ["name"] = portal.Options.Name,
        ["description"] = portal.Options.Tagline,
        ["url"] = portal.Url(""),
        ["home"] = portal.Url(""),
        ["gmt_offset"] = 2,
        ["timezone_string"] = "Europe/Kyiv",
        ["namespaces"] = new JsonArray("oembed/1.0", "wp/v2"),
        ["authentication"] = new JsonArray(),
        ["routes"] = new JsonObject { ["/wp/v2/posts"] = new JsonObject { ["namespace"] = "wp/v2", ["methods"] = new JsonArray("GET", "POST") } },
    };

    public static JsonObject Types(WordPressPortal portal) => new()
    {
        ["post"] = new JsonObject
        {
            ["name"] = "Записи",
            ["slug"] = "post",
            ["taxonomies"] = new JsonArray("category", "post_tag"),
            ["rest_base"] = "posts",
            ["rest_namespace"] = "wp/v2",
            ["_links"] = new JsonObject { ["wp:items"] = new JsonArray(new JsonObject { ["href"] = portal.Url("/wp-json/wp/v2/posts") }) },
        },
        ["page"] = new JsonObject { ["name"] = "Сторінки", ["slug"] = "page", ["taxonomies"] = new JsonArray(), ["rest_base"] = "pages", ["rest_namespace"] = "wp/v2" },
    };

    public static JsonObject Taxonomies() => new()
    {
        ["category"] = new JsonObject { ["name"] = "Категорії", ["slug"] = "category", ["types"] = new JsonArray("post"), ["rest_base"] = "categories", ["rest_namespace"] = "wp/v2" },
        ["post_tag"] = new JsonObject { ["name"] = "Позначки", ["slug"] = "post_tag", ["types"] = new JsonArray("post"), ["rest_base"] = "tags", ["rest_namespace"] = "wp/v2" },
    };

    private static int Count(WordPressPortal portal, InventedTerm term) =>
        portal.Shown.Count(post => (term.Taxonomy == "category" ? post.Categories : post.Tags).Contains(term.Id));
}
