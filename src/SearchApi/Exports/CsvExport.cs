using System.Globalization;
using System.Text;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>Courses as CSV (RFC 4180) with a byte order mark for Excel; several values of one column are joined with «; ».</summary>
internal static class CsvExport
{
    /// <summary>The columns by their names in the API's answers.</summary>
    private static readonly (string Name, Func<CourseItem, string?> Value)[] Columns =
    [
        ("id", course => course.Id),
        ("title", course => course.Title),
        ("summary", course => course.Summary),
        ("url", course => course.Url),
        ("provider", course => course.Provider),
        ("publisher", course => course.Publisher),
        ("authors", course => Joined(course.Authors)),
        ("source", course => course.Source),
        ("language", course => course.Language),
        ("framework", course => course.Framework),
        ("primary", course => course.Primary),
        ("competences", course => Joined(course.Competences.Select(competence => competence.Code))),
        ("level", course => course.Level is { } level ? Wire.Name(level) : null),
        ("context", course => Joined(course.Context.Select(Wire.Name))),
        ("price", course => Wire.Name(course.Price)),
        ("prices", course => Joined(course.Prices.Select(price => string.Create(CultureInfo.InvariantCulture, $"{price.Amount} {price.Currency}")))),
        ("access", course => Wire.Name(course.Access)),
        ("mode", course => Wire.Name(course.Mode)),
        ("credential", course => Wire.Name(course.Credential)),
        ("tutor", course => Wire.Name(course.Tutor)),
        ("workload", course => course.Workload),
        ("duration", course => course.Duration),
        ("start", course => Joined(course.Instances.Select(run => run.Start).OfType<DateTimeOffset>().Select(KyivDay.Iso))),
        ("keywords", course => Joined(course.Keywords)),
        ("licence", course => course.Licence),
        ("state", course => Wire.Name(course.State)),
        ("link", course => Wire.Name(course.Link)),
        ("firstSeen", course => Time(course.FirstSeen)),
        ("lastSeen", course => Time(course.LastSeen)),
        ("lastChanged", course => Time(course.LastChanged)),
    ];

    public static byte[] Of(IReadOnlyList<CourseItem> courses)
    {
        var rows = courses.Select(course => Row(Columns.Select(column => column.Value(course) ?? "")));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Row(Columns.Select(column => column.Name)) + string.Concat(rows))];
    }

    private static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>A spreadsheet runs what begins like a formula; behind an apostrophe it is text (OWASP, CSV injection).</summary>
    private static string Cell(string text)
    {
        // Line breaks stay readable, the other control characters go: some programs skip them and then meet the formula.
        var value = string.Concat(PlainLine.Xml(text).Replace("\r\n", "\n", StringComparison.Ordinal).Select(c => c == '\n' || !char.IsControl(c) ? c : ' '));
        if (value.TrimStart() is [var first, ..] && "=+-@＝＋－＠".Contains(first, StringComparison.Ordinal))
            value = "'" + value;
        return value.AsSpan().ContainsAny(",\";\n'") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }

    private static string Joined(IEnumerable<string> values) => string.Join("; ", values);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
