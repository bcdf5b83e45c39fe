using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Lists;

/// <summary>The button that puts a course into the list in hand; it belongs to the page's <see cref="ListAddForm"/>.</summary>
public sealed partial class ListAdd
{
    [Parameter, EditorRequired]
    public required HitView View { get; set; }
}
