using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Courses;

/// <summary>The facts of a course as a list of terms.</summary>
public sealed partial class CourseFacts
{
    [Parameter, EditorRequired]
    public required CourseView View { get; set; }
}
