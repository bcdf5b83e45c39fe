using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Lists;
using DcCourseIndex.SearchApi.Pages.Lists;
using DcCourseIndex.SearchApi.Paths;

namespace DcCourseIndex.SearchApi.Pages.Paths;

/// <summary>What the page of the self-check shows: the questions, what has been filled in, and what was wrong with it.</summary>
public sealed class PathAskView
{
    internal PathAskView(PageFrame frame, Frameworks frameworks, Framework? tested, PathForm form, string? wrong) =>
        (Frame, Frameworks, Tested, Form, Wrong) = (frame, frameworks, tested, form, wrong);

    public PageFrame Frame { get; }
    internal Frameworks Frameworks { get; }

    /// <summary>The framework of Digigram's areas; null where this installation has none.</summary>
    internal Framework? Tested { get; }
    internal PathForm Form { get; }

    /// <summary>What to mend, in words; null at first sight.</summary>
    internal string? Wrong { get; }

    /// <summary>The one area that is asked about; null: all.</summary>
    internal string? Area => SelfCheck.Whole(Form["area"], Frameworks.DigComp22) is null ? null : Form["area"];

    /// <summary>What is asked, by areas.</summary>
    internal IReadOnlyList<(string Area, IReadOnlyList<string> Competences)> Questions => SelfCheck.Whole(Form["area"], Frameworks.DigComp22) is { } whole ? [(Form["area"]!, whole)] : SelfCheck.Areas;
}

/// <summary>What the page of a learning path shows.</summary>
public sealed class PathView
{
    internal PathView(PageFrame frame, LearningPath path, PathQuestion question, bool shared) => (Frame, Path, Question, Shared) = (frame, path, question, shared);

    public PageFrame Frame { get; }
    internal LearningPath Path { get; }
    internal PathQuestion Question { get; }

    /// <summary>Whether somebody opened an address that was passed on.</summary>
    internal bool Shared { get; }

    /// <summary>The one area that was asked about, for the next time; null: all.</summary>
    internal string? Area { get; init; }

    /// <summary>The answers as they travel in a form.</summary>
    internal string Code => PathCode.Whole(Question.Results);

    /// <summary>An address that holds the levels and nothing else.</summary>
    internal PageLink SharedLink => Frame.Here.To("/path/shared").Without("framework").With("levels", PathCode.Levels(Question.Results));

    /// <summary>A list in an address with the first course of every step, after those in hand; it says nothing of the answers. Null where there is no course, or no room.</summary>
    internal PageLink? Collected
    {
        get
        {
            var inHand = Frame.List?.List ?? ChosenCourses.Empty;
            var more = Path.Gaps.Where(step => !step.Later && step.Courses.Count > 0).Select(step => step.Courses[0].Course).DistinctBy(course => course.Id)
                .Where(course => inHand.Courses.All(listed => listed.Id != course.Id)).Select(course => new ChosenCourse(course.Id)).ToList();
            return more.Count > 0 && ListCode.Write(inHand with { Courses = [.. inHand.Courses, .. more] }) is { } code
                ? Frame.Here.To("/list").Only("lang").With(ListInHand.Parameter, code)
                : null;
        }
    }

    /// <summary>What changed for the better or the worse.</summary>
    internal IReadOnlyList<PathChange> Changes => [.. Path.Progress.Where(change => change.Steps != 0)];
}

/// <summary>What the sheet for a group shows.</summary>
public sealed class PathSheetView
{
    internal PathSheetView(PageFrame frame, Framework framework, int people) => (Frame, Framework, People) = (frame, framework, people);

    public PageFrame Frame { get; }
    internal Framework Framework { get; }
    internal int People { get; }
}
