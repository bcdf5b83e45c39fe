using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Lists;

/// <summary>A whole list as one word for an address, so that it needs no account and no server: packed, then written in base64url (RFC 4648 §5). Titles are not in it; the index has them.</summary>
internal static class ListCode
{
    /// <summary>Longer addresses are cut by some programs that people send them with.</summary>
    public const int Longest = 3000;

    private const byte Version = 1;
    private const int Quality = 11;
    private const int Window = 16;
    private const int LargestText = 64 * 1024;

    /// <summary>The word of a list; null where it would be too long. An empty list is the empty word.</summary>
    public static string? Write(ChosenCourses list)
    {
        if (list.Courses.Count == 0 && list.Name.Length + list.About.Length == 0)
            return "";
        var text = JsonSerializer.SerializeToUtf8Bytes(new Packed(list.Name, list.About, [.. list.Courses.Select(course => new[] { course.Id, course.Primary ?? "", course.Note })]), Wire.Json);
        var packed = new byte[1 + BrotliEncoder.GetMaxCompressedLength(text.Length)];
        packed[0] = Version;
        if (!BrotliEncoder.TryCompress(text, packed.AsSpan(1), out var written, Quality, Window))
            return null;
        var word = Base64Url.EncodeToString(packed.AsSpan(0, written + 1));
        return word.Length <= Longest ? word : null;
    }

    /// <summary>The list behind a word; null where it is none. What somebody wrote by hand is held to the same rules as what a form sends.</summary>
    public static ChosenCourses? Read(string word)
    {
        if (word.Length == 0)
            return ChosenCourses.Empty;
        if (word.Length > Longest || !Base64Url.IsValid(word))
            return null;
        var packed = Base64Url.DecodeFromChars(word);
        var text = new byte[LargestText];
        try
        {
            if (packed.Length < 2 || packed[0] != Version || !BrotliDecoder.TryDecompress(packed.AsSpan(1), text, out var written)
                || JsonSerializer.Deserialize<Packed>(text.AsSpan(0, written), Wire.Json) is not { Name: not null, About: not null, Courses: not null } read
                || read.Courses.Any(course => course is not [not null, not null, not null]))
                return null;
            var list = new ChosenCourses(read.Name, read.About, [.. read.Courses.Select(course => new ChosenCourse(course[0]) { Primary = course[1].Length > 0 ? course[1] : null, Note = course[2] })]);
            return ListRules.Objection(list) is null ? list : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Packed(
        [property: System.Text.Json.Serialization.JsonPropertyName("n")] string Name,
        [property: System.Text.Json.Serialization.JsonPropertyName("a")] string About,
        [property: System.Text.Json.Serialization.JsonPropertyName("c")] IReadOnlyList<string[]> Courses);
}
