using System.Globalization;
using CsvHelper;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Host.Export;

/// <summary>Courses as CSV (RFC 4180) that spreadsheets open without running anything in it; several values of one column are joined with «; ».</summary>
internal static class CourseCsv
{
    /// <summary>The columns by their names in the search API's answers.</summary>
    private static readonly (string Name, Func<CatalogCourse, string?> Value)[] Columns =
    [
        ("id", known => known.Course.Id),
        ("title", known => known.Course.Title),
        ("summary", known => known.Course.Summary),
        ("url", known => known.Course.Url),
        ("provider", known => known.Course.Provider),
        ("publisher", known => known.Course.Publisher),
        ("source", known => known.Course.Source),
        ("language", known => known.Course.Language),
        ("primary", known => known.Tagging.Primary),
        ("competences", known => Joined(known.Tagging.Competences.Select(assignment => assignment.Code))),
        ("level", known => known.Level is { } level ? Wire.Name(level) : null),
        ("context", known => Joined(known.Tagging.Contexts.Select(Wire.Name))),
        ("price", known => Wire.Name(known.Course.Price)),
        ("access", known => Wire.Name(known.Course.Access)),
        ("mode", known => Wire.Name(known.Course.Mode)),
        ("credential", known => Wire.Name(known.Course.Credential)),
        ("tutor", known => Wire.Name(known.Course.Tutor)),
        ("workload", known => known.Course.Workload),
        ("duration", known => known.Course.Duration),
        ("licence", known => known.Course.Licence),
        ("state", known => Wire.Name(known.State)),
        ("link", known => Wire.Name(known.Link)),
        ("firstSeen", known => Time(known.FirstSeen)),
        ("lastSeen", known => Time(known.LastSeen)),
        ("lastChanged", known => Time(known.LastChanged)),
    ];

    public static async Task WriteAsync(IAsyncEnumerable<CatalogCourse> courses, TextWriter writer, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(writer, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        await csv.WriteRecordAsync([.. Columns.Select(column => column.Name)], ct);
        await foreach (var course in courses.WithCancellation(ct))
        {
            await csv.WriteRecordAsync([.. Columns.Select(column => column.Value(course) ?? "")], ct);
        }
    }

    private static string Joined(IEnumerable<string> values) => string.Join("; ", values);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
