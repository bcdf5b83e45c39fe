using System.Globalization;
using CsvHelper;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Host.Export;

/// <summary>Courses as CSV (RFC 4180) that spreadsheets open without running anything in it; several values of one column are joined with «; ».</summary>
internal static class CourseCsv
{
    public static async Task WriteAsync(IAsyncEnumerable<CatalogCourse> courses, TextWriter writer, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(writer, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        await csv.WriteRecordsAsync(courses.Select(Row.Of), ct);
    }

    /// <summary>One line; the names are those of the search API's answers.</summary>
    private sealed record Row(
        string id, string title, string summary, string url, string? provider, string? publisher, string source, string? language,
        string? primary, string competences, string? level, string context, string price, string access, string mode, string credential,
        string tutor, string? workload, string? duration, string state, string link, string firstSeen, string lastSeen, string lastChanged)
    {
        public static Row Of(CatalogCourse known)
        {
            var course = known.Course;
            return new Row(
                course.Id, course.Title, course.Summary, course.Url, course.Provider, course.Publisher, course.Source, course.Language,
                known.Tagging.Primary,
                string.Join("; ", known.Tagging.Competences.Select(assignment => assignment.Code)),
                known.Level is { } level ? Wire.Name(level) : null,
                string.Join("; ", known.Tagging.Contexts.Select(Wire.Name)),
                Wire.Name(course.Price), Wire.Name(course.Access), Wire.Name(course.Mode), Wire.Name(course.Credential),
                Wire.Name(course.Tutor), course.Workload, course.Duration, Wire.Name(known.State), Wire.Name(known.Link),
                Time(known.FirstSeen), Time(known.LastSeen), Time(known.LastChanged));
        }

        private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }
}
