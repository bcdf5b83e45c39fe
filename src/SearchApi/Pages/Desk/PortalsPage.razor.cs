using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Where a new portal is named by its address.</summary>
public sealed partial class PortalsPage
{
    [Parameter, EditorRequired]
    public required PortalsView View { get; set; }
}
