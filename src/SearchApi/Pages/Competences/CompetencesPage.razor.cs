using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Competences;

/// <summary>A framework to browse, with counts.</summary>
public sealed partial class CompetencesPage
{
    [Parameter, EditorRequired]
    public required CompetencesView View { get; set; }
}
