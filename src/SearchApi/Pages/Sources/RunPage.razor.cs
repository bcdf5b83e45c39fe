using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Sources;

/// <summary>The full report of one run.</summary>
public sealed partial class RunPage
{
    [Parameter, EditorRequired]
    public required RunView View { get; set; }
}
