using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>What the ways to enrol in a run say about its price and its certificate.</summary>
internal static class OpenEdxModes
{
    /// <summary>
    /// <c>honor</c> is free with a certificate, <c>audit</c> free without; beside a paid way audit means free to study with a paid certificate.
    /// Both null where no mode is known.
    /// </summary>
    public static (string? Price, string? Credential) Of(IReadOnlyList<string> modes)
    {
        var (honor, audit, paid) = (modes.Contains("honor"), modes.Contains("audit"), modes.Any(IsPaid));
        Price? price = honor ? Price.Free : audit ? paid ? Price.FreeToStudy : Price.Free : paid ? Price.Paid : null;
        return (price is { } known ? Wire.Name(known) : null, honor || paid ? Wire.Name(Credential.Certificate) : null);
    }

    private static bool IsPaid(string mode) => mode is "verified" or "professional" or "no-id-professional" or "credit" or "masters" or "executive-education" || mode.StartsWith("paid-", StringComparison.Ordinal);
}
