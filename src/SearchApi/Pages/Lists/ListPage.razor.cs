using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Lists;

/// <summary>A list of courses, with the form that changes it.</summary>
public sealed partial class ListPage
{
    [Parameter, EditorRequired]
    public required ListView View { get; set; }
}
