namespace DcCourseIndex.SearchApi.Interchange.OEmbed;

/// <summary>What a page of ours is when it is shown elsewhere: its title and plain HTML that needs nothing else (oEmbed 1.0, type rich).</summary>
internal sealed record EmbeddedPage(string Title, string Html, int Width, int Height, string? Author = null)
{
    public const int DefaultWidth = 600;
    public const int DefaultHeight = 200;
    public const int ListHeight = 300;
}
