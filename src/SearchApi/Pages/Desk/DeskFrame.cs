using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What every page of the desk needs: the frame of all pages, the word for its forms, under which name is signed, and what was just done.</summary>
public sealed record DeskFrame
{
    internal DeskFrame(PageFrame frame, string token, string by) => (Frame, Token, By) = (frame, token, by);

    public PageFrame Frame { get; internal init; }
    internal string Token { get; }
    internal string By { get; }

    /// <summary>Verdicts that were just said, to be undone by one press.</summary>
    internal IReadOnlyList<CourseVerdict> Said { get; init; } = [];

    /// <summary>Verdicts that were just withdrawn.</summary>
    internal IReadOnlyList<CourseVerdict> Withdrawn { get; init; } = [];

    /// <summary>The key of a sentence about what else was just done; null: nothing.</summary>
    internal string? Did { get; init; }

    /// <summary>Why something was not done, in English; null where nothing went wrong.</summary>
    internal string? Wrong { get; init; }

    /// <summary>A page of the desk in this language.</summary>
    internal PageLink To(string path) => Frame.Here.To(path).Only("lang");

    /// <summary>The same on another page than the one that was asked for.</summary>
    internal DeskFrame At(PageLink page) => this with { Frame = Frame with { Here = page } };

    /// <summary>This page without what was just done, for forms to come back to.</summary>
    internal PageLink Here => Frame.Here.Without("done").Without("undone").Without("did");
}
