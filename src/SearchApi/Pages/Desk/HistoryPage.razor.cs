using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Everything that was said and done.</summary>
public sealed partial class HistoryPage
{
    [Parameter, EditorRequired]
    public required HistoryView View { get; set; }
}
