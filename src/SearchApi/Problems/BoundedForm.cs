using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Problems;

/// <summary>Reads what a page's form sends, up to a number and size of fields.</summary>
internal static class BoundedForm
{
    private const int MostBytes = 512 * 1024;

    /// <summary>The fields; null where the body is no form, broken, over 512 KiB, or has more fields or a longer one (in characters) than given.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request, int mostFields, int longestField, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            return await request.ReadFormAsync(new() { BufferBody = false, BufferBodyLengthLimit = MostBytes, ValueCountLimit = mostFields, ValueLengthLimit = longestField, KeyLengthLimit = 40 }, ct);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>A field, empty where it was not sent.</summary>
    public static string Field(this IFormCollection form, string name) => form.TryGetValue(name, out var values) ? values[0] ?? "" : "";
}
