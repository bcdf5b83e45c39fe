using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What a look at a new portal proposes.</summary>
public sealed partial class PortalPage
{
    [Parameter, EditorRequired]
    public required PortalView View { get; set; }
}
