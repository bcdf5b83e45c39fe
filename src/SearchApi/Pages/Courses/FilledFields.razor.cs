using DcCourseIndex.SearchApi.Pages.Sources;
using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Courses;

/// <summary>How completely the courses of a run are described, as bars with numbers.</summary>
public sealed partial class FilledFields
{
    [Parameter, EditorRequired]
    public required FilledView View { get; set; }
}
