using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>Where the courses come from, and when all of them were last seen.</summary>
public sealed partial class StartSources
{
    [Parameter, EditorRequired]
    public required SearchView View { get; set; }
}
