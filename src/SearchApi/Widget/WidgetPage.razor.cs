using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Widget;

/// <summary>A few courses in a frame of somebody else's page.</summary>
public sealed partial class WidgetPage
{
    [Parameter, EditorRequired]
    public required WidgetView View { get; set; }
}
