using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Curation;
using DcCourseIndex.SearchApi.Desk;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What the page of the queue shows.</summary>
public sealed class QueueView
{
    internal QueueView(DeskFrame desk, Framework framework, QueueList queue) => (Desk, Framework, Queue) = (desk, framework, queue);

    public DeskFrame Desk { get; }
    internal Framework Framework { get; }
    internal QueueList Queue { get; }
}

/// <summary>The buttons that say verdicts on one course.</summary>
public sealed class VerdictFormView
{
    internal VerdictFormView(DeskFrame desk, Framework framework, CourseItem course, IReadOnlyList<DoubtItem> doubts, bool whole) => (Desk, Framework, Course, Doubts, Whole) = (desk, framework, course, doubts, whole);

    internal DeskFrame Desk { get; }
    internal Framework Framework { get; }
    internal CourseItem Course { get; }
    internal IReadOnlyList<DoubtItem> Doubts { get; }

    /// <summary>Whether the rarer buttons stand open.</summary>
    internal bool Whole { get; }

    /// <summary>Competences that came near and are not assigned.</summary>
    internal IEnumerable<DoubtItem> Near => Doubts.Where(doubt => doubt.Kind == DoubtKind.Nearly);
}

/// <summary>What the page of one course at the desk shows.</summary>
public sealed class DeskCourseView
{
    internal DeskCourseView(DeskFrame desk, Framework framework, string id, IReadOnlyList<CourseVerdict> history) => (Desk, Framework, Id, History) = (desk, framework, id, history);

    public DeskFrame Desk { get; }
    internal Framework Framework { get; }
    internal string Id { get; }

    /// <summary>Newest first.</summary>
    internal IReadOnlyList<CourseVerdict> History { get; }

    /// <summary>Null where it is hidden or retired.</summary>
    internal CourseItem? Course { get; init; }
    internal bool Hidden { get; init; }
    internal IReadOnlyList<MistakeReport> Mistakes { get; init; } = [];
}

/// <summary>What words find among the courses, for the desk.</summary>
public sealed class FindView
{
    internal FindView(DeskFrame desk, string asked, IReadOnlyList<CourseItem> found) => (Desk, Asked, Found) = (desk, asked, found);

    public DeskFrame Desk { get; }
    internal string Asked { get; }
    internal IReadOnlyList<CourseItem> Found { get; }
}

/// <summary>Verdicts as a list, each with its undo.</summary>
public sealed class VerdictListView
{
    internal VerdictListView(DeskFrame desk, Framework framework, IReadOnlyList<CourseVerdict> verdicts, bool ofOne) => (Desk, Framework, Verdicts, OfOne) = (desk, framework, verdicts, ofOne);

    internal DeskFrame Desk { get; }
    internal Framework Framework { get; }
    internal IReadOnlyList<CourseVerdict> Verdicts { get; }

    /// <summary>Whether all are on one course, which then need not be named.</summary>
    internal bool OfOne { get; }
}

/// <summary>What the page of everything that was said shows.</summary>
public sealed class HistoryView
{
    internal HistoryView(DeskFrame desk, Framework framework, IReadOnlyList<CourseVerdict> verdicts) => (Desk, Framework, Verdicts) = (desk, framework, verdicts);

    public DeskFrame Desk { get; }
    internal Framework Framework { get; }
    internal IReadOnlyList<CourseVerdict> Verdicts { get; }
    internal string? By { get; init; }

    /// <summary>The id before which the next page begins; null at the end.</summary>
    internal long? Next { get; init; }
    internal IReadOnlyList<DeskRequest> Requests { get; init; } = [];
}
