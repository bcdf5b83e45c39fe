using DcCourseIndex.Portals.Moodle;
using DcCourseIndex.Portals.OpenEdx;
using DcCourseIndex.Portals.WordPress;

namespace DcCourseIndex.Portals.Recording;

/// <summary>Every address that a harvester may ask of a portal, so that a recording answers it.</summary>
public static class Walks
{
    private static readonly int[] Sizes = [20, 50, 100];

    public static IEnumerable<Ask> Of(OpenEdxPortal portal)
    {
        const string List = "/api/courses/v1/courses/";
        yield return new("/robots.txt");
        yield return new("/");
        yield return new(List);
        foreach (var size in Sizes)
        {
            yield return new($"{List}?page_size={size}");

            // One page past the end, where a count that had not shrunk yet may lead.
            for (var page = 1; page <= Pages(portal.Courses.All.Count, size) + 1; page++)
            {
                yield return new($"{List}?page={page}&page_size={size}");
            }
        }

        foreach (var id in portal.Courses.All.Select(course => course.Id))
        {
            yield return new($"{List}{Uri.EscapeDataString(id)}/");
            yield return new($"{List}{Uri.EscapeDataString(id)}");
            yield return new($"/courses/{id}/about");
            yield return Ask.Head($"/courses/{id}/about");
        }
    }

    public static IEnumerable<Ask> Of(MoodlePortal portal)
    {
        string[] first = ["/robots.txt", "/sitemap.xml", "/", "/login/index.php", "/course/", "/course/index.php", "/course/index.php?browse=courses", "/course/index.php?browse=categories"];
        return [.. first.Select(url => new Ask(url)), .. Categories(portal), .. MoodleCourses(portal), .. Searches(portal), Ask.Post("/lib/ajax/service-nologin.php?info=tool_mobile_get_public_config", """[{"index":0,"methodname":"tool_mobile_get_public_config","args":{}}]""")];
    }

    public static IEnumerable<Ask> Of(WordPressPortal portal)
    {
        string[] first =
        [
            "/robots.txt", "/", "/wp-json/", "/wp-json/wp/v2/types", "/wp-json/wp/v2/taxonomies", "/wp-json/wp/v2/pages?per_page=100&page=1", "/sitemap.xml", "/wp-sitemap.xml",
            "/wp-sitemap-posts-post-1.xml", "/feed/",
        ];
        return [.. first.Select(url => new Ask(url)), .. WordPressLists(portal), .. WordPressPages(portal)];
    }

    private static IEnumerable<Ask> Categories(MoodlePortal portal)
    {
        foreach (var category in portal.Categories.All)
        {
            var address = $"/course/index.php?categoryid={category.Id}";
            yield return new(address);
            yield return new($"{address}&browse=courses");
            yield return new($"{address}&browse=categories");
            yield return new($"{address}&browse=courses&perpage=all");
            var count = portal.Courses.All.Count(course => course.Category == category.Id);
            foreach (var size in Sizes.Select(size => (int?)size).Append(null))
            {
                for (var page = 0; page <= Pages(count, size ?? portal.Options.CoursesPerPage); page++)
                {
                    yield return new(size is null ? $"{address}&browse=courses&page={page}" : $"{address}&browse=courses&page={page}&perpage={size}");
                }
            }

            for (var depth = 1; depth <= 3; depth++)
            {
                foreach (var shown in new[] { 5, 15 })
                {
                    yield return Ask.Post("/course/category.ajax.php", $"categoryid={category.Id}&depth={depth}&showcourses={shown}&type=0");
                }
            }
        }
    }

    private static IEnumerable<Ask> MoodleCourses(MoodlePortal portal) => portal.Courses.All.SelectMany(course => new[]
    {
        new Ask($"/course/info.php?id={course.Id}"),
        Ask.Head($"/course/info.php?id={course.Id}"),
        Ask.Post("/course/category.ajax.php", $"courseid={course.Id}&type=1"),
        new Ask($"/course/view.php?id={course.Id}"),
        Ask.Head($"/course/view.php?id={course.Id}"),
    });

    private static IEnumerable<Ask> Searches(MoodlePortal portal)
    {
        foreach (var name in new[] { "search", "q" })
        {
            // Nothing typed shows only the form.
            foreach (var text in new[] { "", "цифров" })
            {
                var address = $"/course/search.php?{name}={Uri.EscapeDataString(text)}";
                yield return new(address);
                yield return new($"{address}&perpage=all");
                foreach (var size in Sizes)
                {
                    for (var page = 0; page <= Pages(portal.Courses.All.Count, size); page++)
                    {
                        yield return new($"{address}&page={page}&perpage={size}");
                    }
                }
            }
        }
    }

    private static IEnumerable<Ask> WordPressLists(WordPressPortal portal)
    {
        foreach (var list in new[] { "posts", "categories", "tags" })
        {
            yield return new($"/wp-json/wp/v2/{list}");
            var count = list == "posts" ? portal.Posts.All.Count : portal.Options.Terms.Count;
            foreach (var size in Sizes.Prepend(10))
            {
                yield return new($"/wp-json/wp/v2/{list}?per_page={size}");
                for (var page = 1; page <= Pages(count, size) + 1; page++)
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
            yield return new($"/wp-json/wp/v2/posts?categories={term.Id}&per_page=100&page=1");
            yield return new($"/wp-json/wp/v2/posts?categories={term.Id}&per_page=100&page=1&_embed=1");
            yield return new($"/wp-json/wp/v2/categories?slug={term.Slug}");
        }
    }

    private static IEnumerable<Ask> WordPressPages(WordPressPortal portal)
    {
        foreach (var post in portal.Posts.All)
        {
            var path = new Uri(portal.Link(post)).PathAndQuery;
            yield return new($"/wp-json/wp/v2/posts/{post.Id}");
            yield return new(path);
            yield return Ask.Head(path);
        }

        for (var page = 1; page <= Pages(portal.Posts.All.Count, 10) + 1; page++)
        {
            yield return new($"/feed/?paged={page}");
            yield return new($"/page/{page}/");
        }

        foreach (var term in portal.Options.Terms)
        {
            yield return new(SitePages.Path(portal, term));
        }
    }

    private static int Pages(int count, int size) => (count + size - 1) / size;
}
