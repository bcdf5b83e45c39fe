using System.Globalization;
using System.Text.Json.Nodes;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.WordPress;

/// <summary>One post as the REST interface shows it, with what it embeds where that was asked for.</summary>
internal static class RestPost
{
    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");

    public static JsonObject Of(WordPressPortal portal, InventedPost post, PortalRequest request)
    {
        var modified = post.Modified ?? post.Date;
        var item = new JsonObject
        {
            ["id"] = post.Id,
            ["date"] = Site(post.Date),
            ["date_gmt"] = Site(TimeZoneInfo.ConvertTimeToUtc(post.Date, Kyiv)),
            ["guid"] = new JsonObject { ["rendered"] = portal.Url($"/?p={post.Id}") },
            ["modified"] = Site(modified),
            ["modified_gmt"] = Site(TimeZoneInfo.ConvertTimeToUtc(modified, Kyiv)),
            ["slug"] = Slugs.Encode(post.Slug),
            ["status"] = post.Status,
            ["type"] = "post",
            ["link"] = portal.Link(post),
            ["title"] = new JsonObject { ["rendered"] = PostText.Title(post) },
            ["content"] = new JsonObject { ["rendered"] = post.Protected ? "" : post.Content, ["protected"] = post.Protected },
            ["excerpt"] = new JsonObject { ["rendered"] = PostText.Excerpt(post), ["protected"] = post.Protected },
            ["author"] = 2,
            ["featured_media"] = post.Image is null ? 0 : 1000 + post.Id,
            ["sticky"] = post.Sticky,
            ["template"] = "",
            ["format"] = "standard",
            ["meta"] = new JsonArray(),
            ["categories"] = Ids(post.Categories),
            ["tags"] = Ids(post.Tags),
            ["_links"] = new JsonObject
            {
                ["self"] = new JsonArray(new JsonObject { ["href"] = portal.Url($"/wp-json/wp/v2/posts/{post.Id}") }),
                ["collection"] = new JsonArray(new JsonObject { ["href"] = portal.Url("/wp-json/wp/v2/posts") }),
            },
        };
        return Narrowed(Embedded(portal, post, request, item), request);
    }

    private static JsonObject Embedded(WordPressPortal portal, InventedPost post, PortalRequest request, JsonObject item)
    {
        if (request.Parameter("_embed") is null)
        {
            return item;
        }

        var embedded = new JsonObject
        {
            ["wp:term"] = new JsonArray(Terms(portal, "category", post.Categories), Terms(portal, "post_tag", post.Tags)),
        };
        if (post.Image is { } image)
        {
            embedded["wp:featuredmedia"] = new JsonArray(new JsonObject
            {
                ["id"] = 1000 + post.Id,
                ["type"] = "attachment",
                ["alt_text"] = "",
                ["media_type"] = "image",
                ["mime_type"] = "image/jpeg",
                ["source_url"] = portal.Url($"/wp-content/uploads/{post.Date:yyyy/MM}/{image}"),
            });
        }

        item["_embedded"] = embedded;
        return item;
    }

    private static JsonObject Narrowed(JsonObject item, PortalRequest request)
    {
        if (request.Parameter("_fields") is { Length: > 0 } fields)
        {
            foreach (var name in item.Select(pair => pair.Key).Except(fields.Split(',').Select(field => field.Split('.')[0])).ToList())
            {
                item.Remove(name);
            }
        }

        return item;
    }

    private static JsonArray Terms(WordPressPortal portal, string taxonomy, IReadOnlyList<int> ids) =>
        [.. portal.Options.Terms.Where(term => term.Taxonomy == taxonomy && ids.Contains(term.Id)).Select(term => RestTerms.Of(portal, term))];

    private static JsonArray Ids(IEnumerable<int> ids) => [.. ids.Select(id => JsonValue.Create(id))];

    private static string Site(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
