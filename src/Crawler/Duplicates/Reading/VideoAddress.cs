using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>Addresses of YouTube: the same video or playlist has many, and nothing but its id tells it from others.</summary>
internal static partial class VideoAddress
{
    /// <summary>Null for what is neither a video nor a playlist there.</summary>
    public static CanonicalAddress? Of(Uri address)
    {
        var match = Video().Match(address.AbsoluteUri);
        if (match.Success)
        {
            return new CanonicalAddress($"youtube.com/watch?v={match.Groups["id"].Value}", "youtube.com", null);
        }

        match = List().Match(address.AbsoluteUri);
        return match.Success ? new CanonicalAddress($"youtube.com/playlist?list={match.Groups["id"].Value}", "youtube.com", null) : null;
    }

    [GeneratedRegex(@"^https?://(?:youtu\.be/|(?:(?:www|m)\.)?youtube(?:-nocookie)?\.com/(?:embed/|shorts/|live/|watch\?(?:[^#]*&)?v=))(?<id>[\w-]{11})(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Video();

    [GeneratedRegex(@"^https?://(?:(?:www|m)\.)?youtube\.com/(?:playlist|embed/videoseries)\?(?:[^#]*&)?list=(?<id>[\w-]{10,64})", RegexOptions.CultureInvariant)]
    private static partial Regex List();
}
