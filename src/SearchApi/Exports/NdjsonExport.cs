using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>One course a line, in the names and values of the API's answers.</summary>
internal static class NdjsonExport
{
    public static byte[] Of(IReadOnlyList<CourseItem> courses) =>
        [.. courses.SelectMany(course => JsonSerializer.SerializeToUtf8Bytes(course, Wire.Json).Append((byte)'\n'))];
}
