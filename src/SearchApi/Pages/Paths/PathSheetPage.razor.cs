using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Paths;

/// <summary>A sheet on which a coordinator notes a whole group on paper.</summary>
public sealed partial class PathSheetPage
{
    [Parameter, EditorRequired]
    public required PathSheetView View { get; set; }
}
