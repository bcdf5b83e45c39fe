using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Where a course is looked up for the desk.</summary>
public sealed partial class FindPage
{
    [Parameter, EditorRequired]
    public required FindView View { get; set; }
}
