using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Paths;

/// <summary>What matters to the learner, the same in both forms.</summary>
public sealed partial class PathWishes
{
    [Parameter, EditorRequired]
    public required PathAskView View { get; set; }

    /// <summary>Areas to begin with, as code and name.</summary>
    [Parameter, EditorRequired]
    public required IEnumerable<(string Code, string Name)> Areas { get; set; }
}
