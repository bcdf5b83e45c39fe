using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>The filters with their counts, boxes of the search form.</summary>
public sealed partial class FilterPanel
{
    [Parameter, EditorRequired]
    public required SearchView View { get; set; }
}
