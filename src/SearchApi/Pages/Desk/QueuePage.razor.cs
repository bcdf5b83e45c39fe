using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>The courses that the tagger is least sure of.</summary>
public sealed partial class QueuePage
{
    [Parameter, EditorRequired]
    public required QueueView View { get; set; }
}
