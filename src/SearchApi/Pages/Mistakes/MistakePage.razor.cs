using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Mistakes;

/// <summary>Where a reader says what is wrong with a course.</summary>
public sealed partial class MistakePage
{
    [Parameter, EditorRequired]
    public required MistakeView View { get; set; }
}
