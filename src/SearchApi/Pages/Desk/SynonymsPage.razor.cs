using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Expressions that mean the same, and what others would change.</summary>
public sealed partial class SynonymsPage
{
    [Parameter, EditorRequired]
    public required SynonymsView View { get; set; }
}
