using System.Globalization;
using System.Text;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>Courses as RIS: a tag of two letters a line, every record from TY to ER.</summary>
internal static class Ris
{
    public static byte[] Of(IReadOnlyList<CourseItem> courses) => Encoding.UTF8.GetBytes(string.Concat(courses.Select(course => Record(new(course)))));

    private static string Record(Citation course)
    {
        IEnumerable<(string Tag, string? Value)> lines =
        [
            ("TY", "ELEC"),
            ("ID", course.Course.Id),
            ("TI", course.Title),
            .. course.Authors.Select(name => ("AU", (string?)name)),
            ("PB", course.Publisher),
            ("PY", course.Year),
            ("DA", course.Start?.ToString("yyyy/MM/dd/", CultureInfo.InvariantCulture)),
            ("UR", course.Url),
            ("Y2", course.Seen.ToString("yyyy/MM/dd/", CultureInfo.InvariantCulture)),
            ("LA", course.Language),
            .. course.Keywords.Select(word => ("KW", (string?)word)),
            ("AB", course.Summary),
            ("N1", course.Licence),
        ];
        return string.Concat(lines.Where(line => !string.IsNullOrEmpty(line.Value)).Select(line => $"{line.Tag}  - {line.Value}\r\n")) + "ER  - \r\n";
    }
}
