using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Browse;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>What the page of one course shows.</summary>
public sealed class CourseView
{
    internal CourseView(PageFrame frame, CourseItem course, IReadOnlyList<CourseItem> similar, Uri address, DateOnly today) =>
        (Frame, Course, Similar, Address, Today) = (frame, course, similar, address, today);

    public PageFrame Frame { get; }
    internal CourseItem Course { get; }
    internal IReadOnlyList<CourseItem> Similar { get; }

    /// <summary>Courses on the same competence, a level up.</summary>
    internal IReadOnlyList<CourseItem> Next { get; init; } = [];

    /// <summary>The page's own address, for the QR code.</summary>
    internal Uri Address { get; }

    /// <summary>The day in Kyiv, for whoever cites the course.</summary>
    internal DateOnly Today { get; }
}

/// <summary>What the page of competences shows.</summary>
public sealed class CompetencesView
{
    internal CompetencesView(PageFrame frame, IReadOnlyList<Framework> frameworks, CompetenceTree tree) => (Frame, Frameworks, Tree) = (frame, frameworks, tree);

    public PageFrame Frame { get; }
    internal IReadOnlyList<Framework> Frameworks { get; }
    internal CompetenceTree Tree { get; }

    /// <summary>One course for each competence that has any.</summary>
    internal IReadOnlyDictionary<string, CourseItem?> Examples { get; init; } = new Dictionary<string, CourseItem?>();
}

/// <summary>A course in a list, with the frame of the page that it stands on.</summary>
public sealed class HitView
{
    internal HitView(PageFrame frame, CourseItem course) => (Frame, Course) = (frame, course);

    public PageFrame Frame { get; }
    internal CourseItem Course { get; }
}
