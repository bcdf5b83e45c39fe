using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>One course in a list of hits.</summary>
public sealed partial class HitArticle
{
    [Parameter, EditorRequired]
    public required HitView View { get; set; }
}
