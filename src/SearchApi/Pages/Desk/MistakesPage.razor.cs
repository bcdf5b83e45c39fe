using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What readers say is wrong.</summary>
public sealed partial class MistakesPage
{
    [Parameter, EditorRequired]
    public required MistakesView View { get; set; }
}
