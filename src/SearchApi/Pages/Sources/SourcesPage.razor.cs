using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Sources;

/// <summary>The sources and how they are.</summary>
public sealed partial class SourcesPage
{
    [Parameter, EditorRequired]
    public required SourcesView View { get; set; }
}
