using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>One course, with all that can be said of it and all that was.</summary>
public sealed partial class DeskCoursePage
{
    [Parameter, EditorRequired]
    public required DeskCourseView View { get; set; }
}
