using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Mirroring;

/// <summary>One course as a mirror keeps it: a line of the dump, an item of the changes. A retired one is a tombstone without its course.</summary>
internal sealed record ChangeItem(string Id, long Revision, CourseState State)
{
    /// <summary>Of a tombstone: the id under which the portal goes on offering the course.</summary>
    public string? Successor { get; init; }

    /// <summary>Courses with the same value are one course on several portals; absent where a course stands alone.</summary>
    public string? Cluster { get; init; }

    /// <summary>In the codes of DigComp 2.2 with Ukrainian labels; without what changes while the course does not: <c>lastSeen</c>, <c>priceSeen</c> and <c>offers</c>.</summary>
    public CourseItem? Course { get; init; }
}

/// <summary>Changes in order of revision, each course once in its newest state.</summary>
internal sealed record ChangeList
{
    /// <summary>Changes when the catalogue was restored from a backup; revisions of another epoch mean nothing.</summary>
    public required string Epoch { get; init; }

    /// <summary>Where the whole catalogue stands.</summary>
    public required long Revision { get; init; }
    public required IReadOnlyList<ChangeItem> Items { get; init; }

    /// <summary>What to send as «after» next time; to be kept by the mirror together with the epoch.</summary>
    public required long Next { get; init; }

    /// <summary>Whether there are more changes now.</summary>
    public required bool More { get; init; }
}

/// <summary>The first line of a dump: to which revision of which catalogue the lines after it belong, and how many they are.</summary>
internal sealed record DumpHead(string Epoch, long Revision, long Count);
