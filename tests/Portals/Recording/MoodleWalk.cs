using DcCourseIndex.Portals.Moodle;

namespace DcCourseIndex.Portals.Recording;

/// <summary>Every address that a harvester may ask of a Moodle portal as a visitor, so that a recording answers it.</summary>
public static class MoodleWalk
{
    public static IEnumerable<Ask> Of(MoodlePortal portal)
    {
        string[] first = ["/robots.txt", "/sitemap.xml", "/", "/login/index.php", "/course/", "/course/index.php", "/course/index.php?browse=courses", "/course/index.php?browse=categories"];
        return [.. first.Select(url => new Ask(url)), .. Categories(portal), .. MoodleCourses(portal), .. Searches(portal), Ask.Post("/lib/ajax/service-nologin.php?info=tool_mobile_get_public_config", """[{"index":0,"methodname":"tool_mobile_get_public_config","args":{}}]""")];
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
            foreach (var size in PageCount.Sizes.Select(size => (int?)size).Append(null))
            {
                for (var page = 0; page <= PageCount.Of(count, size ?? portal.Options.CoursesPerPage); page++)
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
                foreach (var size in PageCount.Sizes)
                {
                    for (var page = 0; page <= PageCount.Of(portal.Courses.All.Count, size); page++)
                    {
                        yield return new($"{address}&page={page}&perpage={size}");
                    }
                }
            }
        }
    }
}
