using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Competences;

/// <summary>What the catalogue has for each competence, as a heat map in numbers, and what it lacks.</summary>
public sealed partial class CoveragePage
{
    [Parameter, EditorRequired]
    public required CoverageView View { get; set; }
}
