using System.Globalization;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.WordPress;

/// <summary>Lists of posts by category, tag, words and time of change, and single posts.</summary>
internal static class RestPosts
{
    public static PortalAnswer List(WordPressPortal portal, PortalRequest request)
    {
        var posts = portal.Shown.Where(post =>
            Any(request.Parameter("categories"), post.Categories)
            && Any(request.Parameter("tags"), post.Tags)
            && (request.Parameter("slug") is not { } slug || Slugs.Same(post.Slug, Uri.UnescapeDataString(slug)))
            && (request.Parameter("search") is not { Length: > 0 } words || (post.Title + post.Content).Contains(words, StringComparison.OrdinalIgnoreCase))
            && Later(request.Parameter("after"), post.Date)
            && Later(request.Parameter("modified_after"), post.Modified ?? post.Date));
        return Rest.Page(portal, request, "/wp/v2/posts", [.. Ordered(posts, request)], post => RestPost.Of(portal, post, request));
    }

    public static PortalAnswer One(WordPressPortal portal, string id)
    {
        if (portal.Posts.All.FirstOrDefault(post => $"{post.Id}" == id) is not { } found)
        {
            return Rest.Error(404, "rest_post_invalid_id", "Недійсний ID запису.");
        }

        return found.Status == "publish"
            ? Rest.Send(RestPost.Of(portal, found, new PortalRequest(0, "GET", "/", default)))
            : Rest.Error(401, "rest_forbidden", "Вибачте, вам не дозволено це робити.");
    }

    private static IEnumerable<InventedPost> Ordered(IEnumerable<InventedPost> posts, PortalRequest request)
    {
        var up = request.Parameter("order") == "asc";
        Func<InventedPost, IComparable> key = request.Parameter("orderby") switch
        {
            "modified" => post => post.Modified ?? post.Date,
            "id" => post => post.Id,
            "title" => post => post.Title,
            _ => post => post.Date,
        };
        return up ? posts.OrderBy(key).ThenBy(post => post.Id) : posts.OrderByDescending(key).ThenByDescending(post => post.Id);
    }

    private static bool Any(string? asked, IReadOnlyList<int> have) =>
        string.IsNullOrEmpty(asked) || asked.Split(',').Any(id => have.Any(own => $"{own}" == id));

    private static bool Later(string? than, DateTime time) =>
        !DateTime.TryParse(than, CultureInfo.InvariantCulture, DateTimeStyles.None, out var limit) || time > limit;
}
