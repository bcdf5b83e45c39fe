using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Links;

/// <summary>What one look at a course's address showed, with a sentence where it is not simply there.</summary>
internal sealed record LinkLook(CourseLink Link, LinkSight Sight, string? Reason = null)
{
    /// <summary>Null where nothing answered.</summary>
    public int? Status { get; init; }

    /// <summary>Where the answer came from, when that is another place than the course's address.</summary>
    public string? SeenAddress { get; init; }

    /// <summary>The page's words, where nothing on it tells that it is this course and not any page of the host; else null.</summary>
    public string? Anonymous { get; init; }

    /// <summary>Most of the page is made by scripts, so that its words say little.</summary>
    public bool IsShell { get; init; }

    /// <summary>The host did not answer at all.</summary>
    public bool IsMute => Status is null;
}
