using DcCourseIndex.Crawler.Fetching.Network;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>
/// Tells pages from pictures, films and documents, by what they say they are and by their first bytes, because what they say may be a lie.
/// A wrong text type is let through: JSON sent as text/html is JSON if it parses, and that is for its reader to find out.
/// </summary>
internal static class ContentKind
{
    private static readonly (byte[] Start, string Kind)[] Marks =
    [
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture (PNG)"),
        ("GIF8"u8.ToArray(), "a picture (GIF)"),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        ([(byte)'P', (byte)'K', 3, 4], "a packed file (ZIP or an office document)"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
    ];

    /// <summary>Why an answer is none to a request for text, as the rest of a sentence that began with the address; null: it may be read.</summary>
    public static string? Refusal(PageRequest request, Answer answer)
    {
        // An error page of whatever kind is judged by its status.
        if ((int)answer.Status is < 200 or >= 300 || answer.Body.Length == 0)
        {
            return null;
        }
        var type = answer.ContentType?.Split(';', 2)[0].Trim().ToLowerInvariant() ?? "";
        var mark = Array.Find(Marks, mark => answer.Body.Span.StartsWith(mark.Start)).Kind;
        if (mark is null && !IsNoText(type))
        {
            return null;
        }
        var sent = mark is null ? $"sent «{type}»" : $"sent {mark}{(type.Length > 0 ? $" as «{type}»" : "")}";
        return $"{sent} where a page was asked for ({request.Accept.Split(',')[0]}); open it in a browser, and tell the portal's owner if a course stands there.";
    }

    private static bool IsNoText(string type) =>
        type.StartsWith("image/", StringComparison.Ordinal) && type != "image/svg+xml"
        || type.StartsWith("audio/", StringComparison.Ordinal)
        || type.StartsWith("video/", StringComparison.Ordinal)
        || type.StartsWith("font/", StringComparison.Ordinal)
        || type is "application/pdf" or "application/zip" or "application/msword"
        || type.StartsWith("application/vnd.openxmlformats", StringComparison.Ordinal);
}
