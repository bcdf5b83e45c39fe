namespace DcCourseIndex.Crawler.Probing;

/// <summary>What a source file must say to read a portal in one way.</summary>
/// <param name="Platform">As under <c>platform:</c>.</param>
/// <param name="Address">As under <c>address:</c>.</param>
/// <param name="Standing">Of several ways the one with the lowest number tells most of each course.</param>
public sealed record SourceDraft(string Platform, Uri Address, int Standing)
{
    /// <summary>What the interface calls the portal; null where it does not say.</summary>
    public string? Title { get; init; }

    /// <summary>As under <c>categories:</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The lines below <c>recipe:</c>, with their indentation; empty for other platforms.</summary>
    public IReadOnlyList<string> Recipe { get; init; } = [];

    /// <summary>What stays unknown after the look, as sentences for the file's comment.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}
