using System.Globalization;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Tests.Hostile;

/// <summary>How a run against each misbehaviour must end, and words that its sentence must hold.</summary>
internal static class Verdicts
{
    private static readonly string TooLarge = $"more than {Invented.Settings.MaxBodyBytes} bytes";
    private static readonly string Silent = string.Create(CultureInfo.InvariantCulture, $"did not begin to answer within {Invented.Impatient.FirstByteTimeout.TotalSeconds:0.###} s");

    public static IReadOnlyDictionary<string, (RunState State, string[] Words)> All { get; } = new Dictionary<string, (RunState, string[])>(StringComparer.Ordinal)
    {
        ["redirect loop"] = (RunState.Failed, ["after 5 redirects", "in circles"]),
        ["redirects that never end"] = (RunState.Failed, ["after 5 redirects"]),
        ["redirect to the metadata service"] = (RunState.Failed, ["169.254.169.254", "private or reserved network"]),
        ["redirect into the house"] = (RunState.Failed, ["192.168.1.1", "private or reserved network"]),
        ["redirect to a mapped address"] = (RunState.Failed, ["10.0.0.1", "private or reserved network"]),
        ["redirect to a decimal host"] = (RunState.Failed, ["2130706433", "four decimal parts"]),
        ["redirect to an octal host"] = (RunState.Failed, ["0177.0.0.1", "four decimal parts"]),
        ["redirect to a hexadecimal host"] = (RunState.Failed, ["0x7f.1", "four decimal parts"]),
        ["redirect to a host with a dot"] = (RunState.Failed, ["ends in a dot"]),
        ["redirect to file"] = (RunState.Failed, ["file:///etc/passwd", "no web address"]),
        ["redirect to gopher"] = (RunState.Failed, ["gopher://", "no web address"]),
        ["redirect without a host"] = (RunState.Failed, ["no web address"]),

        ["half an answer"] = (RunState.Failed, ["breaks off or cannot be read"]),
        ["a length that is too short"] = (RunState.Held, ["courses, where 20 are usual"]),
        ["a length that is no number"] = (RunState.Failed, ["breaks off or cannot be read"]),
        ["two lengths"] = (RunState.Failed, ["breaks off or cannot be read"]),
        ["chunks without end"] = (RunState.Failed, [TooLarge]),
        ["a chunk of impossible size"] = (RunState.Failed, ["breaks off or cannot be read"]),
        ["two gigabytes"] = (RunState.Failed, [TooLarge]),
        ["no length in HTTP/1.0"] = (RunState.Promoted, []),
        ["an empty page"] = (RunState.Failed, ["no page of Moodle"]),

        ["gzip bomb"] = (RunState.Failed, [TooLarge]),
        ["br bomb"] = (RunState.Failed, [TooLarge]),
        ["deflate bomb"] = (RunState.Failed, [TooLarge]),
        ["packed twice"] = (RunState.Failed, ["gzip, gzip", "not asked for"]),
        ["packed nothing without end"] = (RunState.Failed, [TooLarge]),
        ["an unknown packing"] = (RunState.Failed, ["x-secret", "not asked for"]),
        ["packed rubbish"] = (RunState.Failed, ["breaks off or cannot be read"]),

        ["a header of 100 kB"] = (RunState.Failed, ["more headers than are read"]),
        ["a thousand headers"] = (RunState.Failed, ["header lines, more headers than are read"]),
        ["headers without end"] = (RunState.Failed, ["more headers than are read"]),
        ["patience without end"] = (RunState.Failed, ["more headers than are read"]),
        ["cookies by the thousand"] = (RunState.Promoted, []),
        ["something else than HTTP"] = (RunState.Failed, ["breaks off or cannot be read"]),
        ["a connection that is hung up"] = (RunState.Failed, ["breaks off or cannot be read"]),
        ["a connection that is reset"] = (RunState.Failed, ["breaks off or cannot be read"]),
        ["not modified, though nobody asked"] = (RunState.Failed, ["not modified", "nothing was remembered"]),

        ["never a first byte"] = (RunState.Failed, [Silent]),
        ["a head without its end"] = (RunState.Failed, [Silent]),
        ["a slow drip"] = (RunState.Failed, ["too slowly"]),
        ["a body that stops coming"] = (RunState.Failed, ["too slowly"]),

        ["429 for an hour"] = (RunState.Open, ["answered 429", "come back after"]),
        ["429 until a date"] = (RunState.Open, ["answered 429", "come back after"]),
        ["503 for a day"] = (RunState.Open, ["answered 503", "come back after"]),
        ["a storm of 503"] = (RunState.Failed, ["answered 503", "does not serve now"]),
        ["500 for robots.txt"] = (RunState.Failed, ["robots.txt", "could not be read"]),

        ["a login page with 200"] = (RunState.Failed, ["only after login"]),
        ["not found with 200"] = (RunState.Failed, ["no page of Moodle"]),
        ["elements a hundred thousand deep"] = (RunState.Failed, ["more than 5000 elements open"]),
        ["drawings a hundred thousand deep"] = (RunState.Failed, ["more than 5000 elements open"]),
        ["emphasis that is never closed"] = (RunState.Failed, ["never closes its emphasis"]),
        ["a million tags"] = (RunState.Failed, ["more than 300000 tags"]),
        ["a picture"] = (RunState.Failed, ["a picture (PNG)", "where a page was asked for"]),
        ["a PDF"] = (RunState.Failed, ["a PDF document", "where a page was asked for"]),
        ["a PDF that calls itself a page"] = (RunState.Failed, ["a PDF document", "text/html"]),
        ["a charset that lies"] = (RunState.Promoted, []),
        ["NUL between the letters"] = (RunState.Promoted, []),
        ["an entity bomb"] = (RunState.Failed, ["no page of Moodle"]),
        ["a list without end"] = (RunState.Failed, ["goes on"]),
        ["sitemaps in a circle"] = (RunState.Failed, ["no page of Moodle"]),

        ["a certificate signed by itself"] = (RunState.Failed, ["no secure connection"]),
        ["a certificate of another name"] = (RunState.Failed, ["no secure connection", "NameMismatch"]),
        ["a certificate that has expired"] = (RunState.Failed, ["no secure connection", "NotTimeValid"]),
    };
}
