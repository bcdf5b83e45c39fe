using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>What to do where nothing was found.</summary>
public sealed partial class EmptyResult
{
    [Parameter, EditorRequired]
    public required SearchView View { get; set; }
}
