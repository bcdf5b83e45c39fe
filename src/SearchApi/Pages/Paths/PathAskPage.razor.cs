using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Paths;

/// <summary>The questions of the self-check, and the points of Digigram.</summary>
public sealed partial class PathAskPage
{
    [Parameter, EditorRequired]
    public required PathAskView View { get; set; }
}
