namespace DcCourseIndex.Crawler.Normalising;

/// <summary>Addresses that a person can follow: absolute, http or https, at most 2,000 characters, no password in them.</summary>
internal static class WebAddress
{
    private const int Longest = 2_000;

    public static Uri? Of(string? text) =>
        text?.Trim() is { Length: > 0 and <= Longest } trimmed
        && Uri.TryCreate(trimmed, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.Host.Length > 0
        && address.UserInfo.Length == 0
            ? address
            : null;
}
