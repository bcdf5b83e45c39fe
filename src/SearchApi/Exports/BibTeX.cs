using System.Globalization;
using System.Text;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>Courses for BibTeX and biblatex, as <c>misc</c>, which both know. UTF-8.</summary>
internal static class BibTeX
{
    public static byte[] Of(IReadOnlyList<CourseItem> courses) => Encoding.UTF8.GetBytes(string.Join('\n', courses.Select(course => Entry(new(course)))));

    private static string Entry(Citation course)
    {
        (string Name, string? Value)[] fields =
        [
            ("title", Escaped(course.Title)),
            ("author", string.Join(" and ", course.Authors.Select(Name))),
            ("publisher", Escaped(course.Publisher)),
            ("year", course.Year),
            ("url", course.Url),
            ("urldate", course.Seen.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("language", Escaped(course.Language)),
            ("keywords", Escaped(string.Join(", ", course.Keywords))),
            ("abstract", Escaped(course.Summary)),
            ("copyright", Escaped(course.Licence)),
        ];
        return $"@misc{{{course.Course.Id},\n{string.Concat(fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => $"  {field.Name} = {{{field.Value}}},\n"))}}}\n";
    }

    /// <summary>A name that BibTeX would take apart stands in braces of its own.</summary>
    private static string Name(string name) =>
        name.Contains(',', StringComparison.Ordinal) || name.Split(' ').Contains("and", StringComparer.OrdinalIgnoreCase) ? $"{{{Escaped(name)}}}" : Escaped(name)!;

    /// <summary>BibTeX counts braces even behind a backslash, so that those of a text become commands.</summary>
    private static string? Escaped(string? text) => text is null ? null : string.Concat(text.Select(c => c switch
    {
        '{' => "\\textbraceleft{}",
        '}' => "\\textbraceright{}",
        '\\' => "\\textbackslash{}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        '%' or '$' or '#' or '_' or '&' => $"\\{c}",
        _ => $"{c}",
    }));
}
