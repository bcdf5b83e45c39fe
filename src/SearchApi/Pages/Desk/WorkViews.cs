using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Desk;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What the page of duplicates shows.</summary>
public sealed class DuplicatesView
{
    internal DuplicatesView(DeskFrame desk, IReadOnlyList<ClusterListing> clusters) => (Desk, Clusters) = (desk, clusters);

    public DeskFrame Desk { get; }
    internal IReadOnlyList<ClusterListing> Clusters { get; }

    /// <summary>The course whose cluster is asked for; null: all.</summary>
    internal string? Course { get; init; }

    /// <summary>The cluster after which the next page begins; null at the end.</summary>
    internal string? Next { get; init; }

    /// <summary>What librarians said, newest first.</summary>
    internal IReadOnlyList<DuplicateVerdict> Words { get; init; } = [];
    internal IReadOnlyList<DeskRequest> Requests { get; init; } = [];
}

/// <summary>A held run: its report, how many courses it lists and how many are new, the first of them, and what was asked about it.</summary>
internal sealed record HeldRun(HarvestReport Report, int Courses, int New, IReadOnlyList<WaitingCourse> First, DeskRequest? Asked);

/// <summary>What the page of held runs shows.</summary>
public sealed class HeldRunsView
{
    internal HeldRunsView(DeskFrame desk, IReadOnlyList<HeldRun> runs, IReadOnlyList<DeskRequest> judged) => (Desk, Runs, Judged) = (desk, runs, judged);

    public DeskFrame Desk { get; }
    internal IReadOnlyList<HeldRun> Runs { get; }

    /// <summary>What was asked about runs that are held no more.</summary>
    internal IReadOnlyList<DeskRequest> Judged { get; }
}

/// <summary>Requests to the crawl role with how far each is.</summary>
public sealed class RequestListView
{
    internal RequestListView(DeskFrame desk, IReadOnlyList<DeskRequest> requests) => (Desk, Requests) = (desk, requests);

    internal DeskFrame Desk { get; }
    internal IReadOnlyList<DeskRequest> Requests { get; }
}

/// <summary>What the page of new portals shows.</summary>
public sealed class PortalsView
{
    internal PortalsView(DeskFrame desk, IReadOnlyList<DeskRequest> looks, IReadOnlyList<AddedSource> added, IReadOnlyList<DeskRequest> requests) => (Desk, Looks, Added, Requests) = (desk, looks, added, requests);

    public DeskFrame Desk { get; }
    internal IReadOnlyList<DeskRequest> Looks { get; }
    internal IReadOnlyList<AddedSource> Added { get; }
    internal IReadOnlyList<DeskRequest> Requests { get; }
}

/// <summary>What the page of one look at a portal shows.</summary>
public sealed class PortalView
{
    internal PortalView(DeskFrame desk, DeskRequest look) => (Desk, Look) = (desk, look);

    public DeskFrame Desk { get; }
    internal DeskRequest Look { get; }
    internal PortalProposal? Proposal => Look.Answered?.Portal;

    /// <summary>The source that came of it; null where none did, or it was taken back.</summary>
    internal AddedSource? Added { get; init; }
    internal IReadOnlyList<DeskRequest> Requests { get; init; } = [];
}
