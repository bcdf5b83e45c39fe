using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Browse;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>What the page of one course shows.</summary>
public sealed class CourseView
{
    internal CourseView(PageFrame frame, CourseItem course, IReadOnlyList<CourseItem> similar) => (Frame, Course, Similar) = (frame, course, similar);

    public PageFrame Frame { get; }
    internal CourseItem Course { get; }
    internal IReadOnlyList<CourseItem> Similar { get; }
}

/// <summary>What the page of competences shows.</summary>
public sealed class CompetencesView
{
    internal CompetencesView(PageFrame frame, IReadOnlyList<Framework> frameworks, CompetenceTree tree) => (Frame, Frameworks, Tree) = (frame, frameworks, tree);

    public PageFrame Frame { get; }
    internal IReadOnlyList<Framework> Frameworks { get; }
    internal CompetenceTree Tree { get; }
}

/// <summary>A course in a list, with the frame of the page that it stands on.</summary>
public sealed class HitView
{
    internal HitView(PageFrame frame, CourseItem course) => (Frame, Course) = (frame, course);

    public PageFrame Frame { get; }
    internal CourseItem Course { get; }
}
