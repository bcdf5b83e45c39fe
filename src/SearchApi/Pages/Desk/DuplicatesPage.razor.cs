using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What the catalogue takes for one course, and why.</summary>
public sealed partial class DuplicatesPage
{
    [Parameter, EditorRequired]
    public required DuplicatesView View { get; set; }
}
