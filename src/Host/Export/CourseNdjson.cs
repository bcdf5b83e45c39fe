using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.Host.Export;

/// <summary>Courses as NDJSON, one object a line, in the names and values of the search API.</summary>
internal sealed class CourseNdjson(CourseJson json)
{
    public async Task WriteAsync(IAsyncEnumerable<CatalogCourse> courses, TextWriter writer, CancellationToken ct)
    {
        await foreach (var course in courses.WithCancellation(ct))
        {
            await writer.WriteLineAsync(json.Line(course).AsMemory(), ct);
        }

        await writer.FlushAsync(ct);
    }
}
