using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Every source as its operator sees it.</summary>
public sealed partial class DeskSourcesPage
{
    [Parameter, EditorRequired]
    public required DeskSourcesView View { get; set; }
}
