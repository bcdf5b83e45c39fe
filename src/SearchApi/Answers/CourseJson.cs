using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.SearchApi.Answers;

/// <summary>A course as JSON in the names and values of the search API, for what leaves the program without the web.</summary>
public sealed class CourseJson(Frameworks frameworks)
{
    private readonly CourseItems items = new(new CompetenceCodes(frameworks));

    /// <summary>One line, in the codes of DigComp 2.2 with Ukrainian labels, the description included.</summary>
    public string Line(CatalogCourse course) =>
        JsonSerializer.Serialize(items.Of(course, frameworks.DigComp22, "uk") with { Description = course.Course.Description is { Length: > 0 } html ? html : null }, Wire.Json);
}
