using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.WordPress;

/// <summary>The REST interface: errors carry a proper status, lists their totals in headers.</summary>
internal static class Rest
{
    private static readonly JsonSerializerOptions Php = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.BasicLatin) };

    public static PortalAnswer Answer(WordPressPortal portal, PortalRequest request, string route)
    {
        if (portal.Options.RestClosed)
        {
            return Error(401, "rest_login_required", "Доступ до REST API обмежено зареєстрованими користувачами.");
        }

        var parts = route.Trim('/').Split('/');
        return parts switch
        {
            [""] => Send(RestTerms.Index(portal)),
            ["wp", "v2", "posts"] => RestPosts.List(portal, request),
            ["wp", "v2", "posts", var id] => RestPosts.One(portal, id),
            ["wp", "v2", "pages"] => Send(new JsonArray()).With("X-WP-Total", "0").With("X-WP-TotalPages", "0"),
            ["wp", "v2", "categories"] => RestTerms.List(portal, request, "category"),
            ["wp", "v2", "tags"] => RestTerms.List(portal, request, "post_tag"),
            ["wp", "v2", "types"] => Send(RestTerms.Types(portal)),
            ["wp", "v2", "taxonomies"] => Send(RestTerms.Taxonomies()),
            _ => Error(404, "rest_no_route", "Не знайдено маршрут, що відповідає URL та методу запиту."),
        };
    }

    public static PortalAnswer Send(JsonNode answer) => PortalAnswer.Json(answer.ToJsonString(Php).Replace("/", "\\/"))
        .With("X-Robots-Tag", "noindex")
        .With("Access-Control-Expose-Headers", "X-WP-Total, X-WP-TotalPages, Link");

    public static PortalAnswer Error(int status, string code, string message) =>
        Send(new JsonObject { ["code"] = code, ["message"] = message, ["data"] = new JsonObject { ["status"] = status } }) with { Status = status };

    /// <summary>One page of a list with its totals and the links to its neighbours.</summary>
    public static PortalAnswer Page<T>(WordPressPortal portal, PortalRequest request, string route, IReadOnlyList<T> items, Func<T, JsonNode> shown)
    {
        var size = request.Whole("per_page", 10);
        var page = request.Whole("page", 1);
        if (size is < 1 or > 100 || page < 1)
        {
            return Error(400, "rest_invalid_param", $"Неправильний параметр(и): {(size is < 1 or > 100 ? "per_page" : "page")}");
        }

        var pages = (items.Count + size - 1) / size;
        if (page > Math.Max(pages, 1))
        {
            return Error(400, "rest_post_invalid_page_number", "Номер сторінки, що запитується, більший за кількість доступних сторінок.");
        }

        var answer = Send(new JsonArray([.. items.Skip((page - 1) * size).Take(size).Select(shown)]))
            .With("X-WP-Total", $"{items.Count}").With("X-WP-TotalPages", $"{pages}");
        var links = string.Join(", ", new[] { page > 1 ? Link(page - 1, "prev") : "", page < pages ? Link(page + 1, "next") : "" }.Where(link => link.Length > 0));
        return links.Length > 0 ? answer.With("Link", links) : answer;

        string Link(int to, string relation)
        {
            var others = request.Query.Where(pair => pair.Key is not ("page" or "rest_route"))
                .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}").Append($"page={to}");
            var address = portal.Options.PlainPermalinks
                ? $"/index.php?rest_route={Uri.EscapeDataString(route)}&{string.Join('&', others)}"
                : $"/wp-json{route}?{string.Join('&', others)}";
            return $"<{portal.Url(address)}>; rel=\"{relation}\"";
        }
    }
}
