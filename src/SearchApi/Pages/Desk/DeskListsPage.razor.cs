using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>The lists that readers keep here.</summary>
public sealed partial class DeskListsPage
{
    [Parameter, EditorRequired]
    public required DeskListsView View { get; set; }
}
