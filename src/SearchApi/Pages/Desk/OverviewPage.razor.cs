using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>How much waits at the desk.</summary>
public sealed partial class OverviewPage
{
    [Parameter, EditorRequired]
    public required OverviewView View { get; set; }
}
