using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>The word that shows that a form came from here.</summary>
public sealed partial class DeskToken
{
    [Parameter, EditorRequired]
    public required DeskFrame Desk { get; set; }
}
