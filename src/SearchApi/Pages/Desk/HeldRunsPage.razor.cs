using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Runs that wait for a word.</summary>
public sealed partial class HeldRunsPage
{
    [Parameter, EditorRequired]
    public required HeldRunsView View { get; set; }
}
