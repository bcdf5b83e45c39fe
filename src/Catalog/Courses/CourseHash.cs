using System.Security.Cryptography;
using System.Text.Json;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>The content hash by which the ledger knows a changed course from one that was only seen again.</summary>
public static class CourseHash
{
    /// <summary>SHA-256 over the normalised listing as JSON, lower-case hex. Assignments, dates and state are not in it.</summary>
    public static string Of(Course course) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(course, Wire.Json)));
}
