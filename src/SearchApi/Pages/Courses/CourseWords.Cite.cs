using System.Globalization;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Exports;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Pages.Courses;

/// <summary>How a course is cited.</summary>
internal static partial class CourseWords
{
    /// <summary>A line for a list of references: in Ukrainian in the manner of ДСТУ 8302:2015, in English in that of APA.</summary>
    public static string Cite(PageTexts texts, CourseItem course, DateOnly today)
    {
        var cited = new Citation(course);
        var makers = string.Join(", ", new[] { course.Publisher, course.Provider }.OfType<string>().Select(PlainLine.Of).Distinct(StringComparer.Ordinal));
        return texts.Fill(
            makers.Length > 0 ? "cite.made" : "cite.line",
            cited.Authors.Count > 0 ? string.Join(", ", cited.Authors) + (texts.Lang == "en" ? ". " : " ") : "",
            cited.Title,
            makers,
            cited.Url,
            texts.Lang == "en" ? texts.Day(today) : today.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
    }
}
