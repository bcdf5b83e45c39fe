using DcCourseIndex.Portals.OpenEdx;

namespace DcCourseIndex.Portals.Recording;

/// <summary>Every address that a harvester may ask of an Open edX portal, so that a recording answers it.</summary>
public static class OpenEdxWalk
{
    public static IEnumerable<Ask> Of(OpenEdxPortal portal)
    {
        const string List = "/api/courses/v1/courses/";
        yield return new("/robots.txt");
        yield return new("/");
        yield return new(List);
        foreach (var size in PageCount.Sizes)
        {
            yield return new($"{List}?page_size={size}");

            // One page past the end, where a count that had not shrunk yet may lead.
            for (var page = 1; page <= PageCount.Of(portal.Courses.All.Count, size) + 1; page++)
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
}
