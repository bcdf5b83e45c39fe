using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Requests to the crawl role, and how far each is.</summary>
public sealed partial class RequestList
{
    [Parameter, EditorRequired]
    public required RequestListView View { get; set; }
}
