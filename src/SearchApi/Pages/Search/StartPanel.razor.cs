using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>The start page's way in for those who do not search: what can be learnt here, by areas.</summary>
public sealed partial class StartPanel
{
    [Parameter, EditorRequired]
    public required SearchView View { get; set; }
}
