using DcCourseIndex.Catalog.Language;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>What a course says of itself, on its page.</summary>
internal static class CourseText
{
    private const int Recognisable = 80;

    /// <summary>The summary by paragraphs; nothing where the description begins with it anyway.</summary>
    public static IEnumerable<string> Summary(CourseItem course)
    {
        var start = course.Summary.Length <= Recognisable ? course.Summary : course.Summary[..Recognisable];
        return course.Description is { } description && HtmlText.ToText(description).StartsWith(start, StringComparison.Ordinal)
            ? []
            : course.Summary.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Safe HTML; sanitised here too, so that no other way into the index can put a script on a page.</summary>
    public static string Description(CourseItem course) => course.Description is { } description ? HtmlSanitiser.Sanitise(description) : "";
}
