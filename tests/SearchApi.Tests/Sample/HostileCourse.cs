using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.SearchApi.Tests.Sample;

/// <summary>An invented course whose texts try to break out of whatever format they are put into.</summary>
internal static class HostileCourse
{
    public const string Formula = "=HYPERLINK(\"http://evil.example\",\"x\")";

    public static CatalogCourse Of(string title = "Назва", string summary = "", string? publisher = null, params string[] authors) => SampleCourses.Known(
        new()
        {
            Id = "bad.1",
            Source = "bad",
            SourceId = "1",
            Title = title,
            Summary = summary,
            Url = "https://a.example/?q={x}\\y&b=%20",
            Provider = publisher,
            Publisher = publisher,
            Authors = authors,
            Language = "uk",
            Keywords = [title],
            Licence = title,
            Instances = [new(new(2026, 11, 30, 22, 0, 0, TimeSpan.Zero), new(2026, 12, 20, 21, 59, 0, TimeSpan.Zero))],
        },
        Tagging.None);
}
