using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Sources;

/// <summary>One source: how it is, what it allows, and how its runs went.</summary>
public sealed partial class SourcePage
{
    [Parameter, EditorRequired]
    public required SourceView View { get; set; }
}
