using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>The start page's way in for those who do not search: areas, what is new, what is gathered and when.</summary>
public sealed partial class StartPanel
{
    [Parameter, EditorRequired]
    public required SearchView View { get; set; }
}
