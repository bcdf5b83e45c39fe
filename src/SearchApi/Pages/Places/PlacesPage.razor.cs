using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Places;

/// <summary>Hubs and libraries where people get help with learning.</summary>
public sealed partial class PlacesPage
{
    [Parameter, EditorRequired]
    public required PlacesView View { get; set; }
}
