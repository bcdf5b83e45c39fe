using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Courses;

/// <summary>One course with all that is known of it.</summary>
public sealed partial class CoursePage
{
    [Parameter, EditorRequired]
    public required CourseView View { get; set; }
}
