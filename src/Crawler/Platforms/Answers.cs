using System.Net;
using System.Text.Json;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Whether an answer may be read at all; what is left to a platform is what its own pages mean.</summary>
internal static class Answers
{
    /// <summary>The page itself, or a refusal of the whole listing with the portal's status and a remedy.</summary>
    public static Page Demand(Page page)
    {
        if (page.Failure is { } failure) throw new ListingUnreliableException($"{page.Request.Address}: {failure.Message}");
        if (page.IsSuccess) return page;
        if (page.IsNotRecorded) throw new ListingUnreliableException($"{page.Address}: the recording does not hold this address; `check` records only the first page of a list, `harvest --record DIR` all of them.");
        throw new ListingUnreliableException($"{page.Address}: the portal answered {(int)page.Status}; {Remedy(page.Status)}");
    }

    /// <summary>The JSON of a successful answer. An HTML page or half an answer refuses the whole listing. The caller disposes.</summary>
    public static JsonDocument Json(Page page)
    {
        Demand(page);
        var body = page.Body;
        if (body.Span.StartsWith("\uFEFF"u8)) body = body[3..];
        if (LooksLikeHtml(body.Span))
        {
            throw new ListingUnreliableException(
                $"{page.Address}: an HTML page came where JSON was expected (a login page, a firewall, or the interface is switched off); open the address in a browser and check `address:`.");
        }

        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException e)
        {
            throw new ListingUnreliableException(
                $"{page.Address}: the answer is not whole JSON (it breaks in line {e.LineNumber + 1}, byte {e.BytePositionInLine}); harvest again, and if it stays so, tell the portal's owner.", e);
        }
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> body)
    {
        var start = body.TrimStart(" \t\r\n"u8);
        return start.Length > 0 && start[0] == (byte)'<';
    }

    private static string Remedy(HttpStatusCode status) => (int)status switch
    {
        401 or 403 => "it does not let us in: ask the portal's owner, or set `token:` where the platform takes one.",
        404 or 410 => "check `address:` and `platform:` in the source file.",
        429 => "it is asked too often: raise `politeness: delay`.",
        503 => "it is closed for maintenance or too busy: harvest again later.",
        >= 500 => "the portal is out of order: harvest again later.",
        _ => "open the address in a browser and check `address:` in the source file.",
    };
}
