using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Pages.Mistakes;

/// <summary>What the page shows on which a reader says what is wrong with a course.</summary>
public sealed class MistakeView
{
    internal MistakeView(PageFrame frame, string course, string title) => (Frame, Course, Title) = (frame, course, title);

    public PageFrame Frame { get; }
    internal string Course { get; }
    internal string Title { get; }
    
    /// <summary>What was chosen; null at first sight.</summary>
    internal MistakeKind? Kind { get; init; }
    internal string Words { get; init; } = "";

    /// <summary>Why the report was not kept, in words; null at first sight.</summary>
    internal string? Wrong { get; init; }

    /// <summary>The report was kept.</summary>
    internal bool Sent { get; init; }
}
