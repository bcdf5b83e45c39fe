using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Probing;

/// <summary>What whoever probes an address asks for.</summary>
/// <param name="Address">Of any page of the portal, of a feed, a calendar or an interface.</param>
public sealed record ProbeWish(Uri Address)
{
    /// <summary>The source's name; null: made from the host.</summary>
    public string? Name { get; init; }

    /// <summary>The file says <c>enabled: true</c>.</summary>
    public bool Enable { get; init; }

    /// <summary>The portal lies in the library's own network.</summary>
    public bool AllowPrivateAddress { get; init; }

    /// <summary>Time between two requests; default as for every source.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Folder of a recording that answers instead of the network; for tests.</summary>
    internal string? Recorded { get; init; }

    /// <summary>The wish for an address as somebody types it; null where it is none of a portal, or holds a name and password.</summary>
    public static ProbeWish? Of(string typed)
    {
        var full = typed.Contains("://", StringComparison.Ordinal) ? typed : $"https://{typed}";
        return Uri.TryCreate(full, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "" } && address.Host.Length > 0 ? new ProbeWish(address) : null;
    }

    /// <summary>Whether a text may be the name of a source.</summary>
    public static bool IsName(string text) => SourceValues.IsSourceName(text);
}
