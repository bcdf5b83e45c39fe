using System.Security.Cryptography;
using System.Text.Json;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>A short mark of what a portal's list says of a course, to see on another night whether it says something new.</summary>
internal static class EntryDigest
{
    /// <summary>Equal for equal values of the same program version; another version may read lists better, and then asks once for all details.</summary>
    public static string Of<T>(T entry) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(entry)).AsSpan(0, 12));
}
