using System.Net;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Interchange.OEmbed;

/// <summary>The HTML that other pages put in: text and links, no script, no style, no picture; everything harvested is escaped.</summary>
internal static class EmbeddedHtml
{
    private const int Longest = 200;

    public static string Course(CourseItem course, Uri page) =>
        $"<blockquote>{Link(course, page)}{By(course)}{(course.Summary.Length > 0 ? $"<p>{Text(Cut(course.Summary))}</p>" : "")}</blockquote>";

    public static string List(string title, Uri page, IReadOnlyList<(CourseItem Course, Uri Page)> courses) =>
        $"<section><p><a href=\"{Text(page.AbsoluteUri)}\">{Text(title)}</a></p><ul>{string.Concat(courses.Select(one => $"<li>{Anchor(one.Course, one.Page)}</li>"))}</ul></section>";

    private static string Link(CourseItem course, Uri page) => $"<p>{Anchor(course, page)}</p>";

    private static string Anchor(CourseItem course, Uri page) => $"<a href=\"{Text(page.AbsoluteUri)}\"{(course.Language is { } tag and not "mul" ? $" lang=\"{Text(tag)}\"" : "")}>{Text(PlainLine.Of(course.Title))}</a>";

    private static string By(CourseItem course) => (course.Publisher ?? course.Provider) is { } name ? $"<p>{Text(PlainLine.Of(name))}</p>" : "";

    private static string Cut(string text)
    {
        var line = PlainLine.Of(text);
        return line.Length <= Longest ? line : PlainLine.Xml(line[..(Longest - 1)]) + "…";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
