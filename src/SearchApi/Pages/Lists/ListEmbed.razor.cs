using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Lists;

/// <summary>A list as other sites show it in a frame.</summary>
public sealed partial class ListEmbed
{
    [Parameter, EditorRequired]
    public required ListView View { get; set; }
}
