namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Links of portals, which may be relative, and may lead to mail, telephones and scripts.</summary>
internal static class WebLink
{
    /// <summary>The http or https address that a link on the page <paramref name="from"/> means, without its fragment; null where it means none.</summary>
    public static Uri? Of(string? link, Uri from)
    {
        if (string.IsNullOrWhiteSpace(link) || !Uri.TryCreate(from, link.Trim(), out var address) || address.Scheme is not ("http" or "https")) return null;
        return address.Fragment.Length == 0 ? address : new Uri(address.AbsoluteUri[..^address.Fragment.Length]);
    }
}
