using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Problems;

/// <summary>Reads what a client sends, up to a size.</summary>
internal static class BoundedBody
{
    /// <summary>The bytes of the body; null where they are more than <paramref name="most"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0; bytes.Write(buffer, 0, read))
            if (bytes.Length + read > most)
                return null;
        return bytes.ToArray();
    }

    /// <summary>The bytes of a JSON body, or why there are none: 415 where it is called something else, 413 where it is too large.</summary>
    public static async Task<(byte[] Json, ApiProblem? Problem)> JsonAsync(HttpRequest request, int most, CancellationToken ct) =>
        !request.HasJsonContentType() ? ([], ApiProblem.OfStatus(StatusCodes.Status415UnsupportedMediaType))
        : await ReadAsync(request, most, ct) is { } json ? (json, null)
        : ([], ApiProblem.OfStatus(StatusCodes.Status413PayloadTooLarge));
}
