using System.Globalization;
using System.IO.Compression;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Revalidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace DcCourseIndex.SearchApi.Mirroring;

/// <summary>The whole catalogue as one file, and its checksum.</summary>
internal static class DumpEndpoints
{
    private const string Lines = "application/x-ndjson";

    public static void MapDump(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/dump", DumpAsync).Takes(ParameterSet.None)
            .Named("mirroring", "getDump", "The whole catalogue", "Every course at one revision as NDJSON. The first line is {\"epoch\",\"revision\",\"count\"}, also in the headers X-Catalogue-Epoch, X-Catalogue-Revision and X-Total-Count; each of the «count» lines after it has the form of an item of /api/v1/changes. Go on with the changes after «revision». Repr-Digest (RFC 9530) holds the SHA-256 of what is sent; Accept-Encoding: gzip saves most of the way, and allows ranges.")
            .Produces<string>(StatusCodes.Status200OK, Lines).Produces(StatusCodes.Status304NotModified)
            .WithMetadata(new SendsPiecewise()).Costs(50).DisableRequestTimeout();
        routes.MapRead("/api/v1/dump.sha256", SumsAsync).Takes(ParameterSet.None)
            .Named("mirroring", "getDumpChecksum", "The checksum of the dump", "SHA-256 of the dump's lines and of their gzip, in the form of sha256sum; the names hold the revision.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain").Costs(5);
    }

    private static async Task<FileStreamHttpResult> DumpAsync(HttpContext context, DumpShelf shelf, CancellationToken ct)
    {
        var dump = await shelf.NewestAsync(ct);
        var packed = TakesGzip(context.Request);
        var headers = context.Response.Headers;
        headers["X-Catalogue-Epoch"] = dump.Position.Epoch;
        headers["X-Catalogue-Revision"] = dump.Position.Revision.ToString(CultureInfo.InvariantCulture);
        headers["X-Total-Count"] = dump.Count.ToString(CultureInfo.InvariantCulture);
        headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(packed ? dump.PackedDigest : dump.Digest)}:";
        headers.CacheControl = "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (packed)
            headers.ContentEncoding = "gzip";
        var tag = Convert.ToHexStringLower(packed ? dump.PackedDigest : dump.Digest)[..24];
        var file = dump.Open();
        return TypedResults.Stream(packed ? file : new GZipStream(file, CompressionMode.Decompress), Lines, dump.Name, dump.MadeAt, new EntityTagHeaderValue($"\"{tag}\""), enableRangeProcessing: packed);
    }

    private static async Task<ContentHttpResult> SumsAsync(DumpShelf shelf, CancellationToken ct) => TypedResults.Text((await shelf.NewestAsync(ct)).Checksums, "text/plain");

    private static bool TakesGzip(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);
}
