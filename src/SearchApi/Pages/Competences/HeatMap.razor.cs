using DcCourseIndex.SearchApi.Coverage;
using DcCourseIndex.SearchApi.Texts;
using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Competences;

/// <summary>Competences by one facet as a table of numbers, darker where there are more; it needs no colour to be read.</summary>
public sealed partial class HeatMap
{
    [Parameter, EditorRequired]
    public required CoverageView View { get; set; }

    /// <summary>The facet of the columns: <c>level</c> or <c>context</c>.</summary>
    [Parameter, EditorRequired]
    public required string Facet { get; set; }

    private PageTexts T => View.Frame.Texts;

    private IReadOnlyList<string> Columns => Facet == "level" ? View.Map.Levels : View.Map.Contexts;

    private int Courses(CompetenceCoverage row, string column) => Facet == "level" ? row.Levels[column].Count : row.Contexts[column];

    private string Heading(string column) => column == "unknown" ? T["level.unknown"] : T[$"{Facet}.{column}"];
}
