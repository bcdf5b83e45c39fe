using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Paths;

/// <summary>A learning path with its courses, and what comes after it.</summary>
public sealed partial class PathPage
{
    [Parameter, EditorRequired]
    public required PathView View { get; set; }
}
