using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>The search: box, filters, hits.</summary>
public sealed partial class SearchPage
{
    [Parameter, EditorRequired]
    public required SearchView View { get; set; }
}
