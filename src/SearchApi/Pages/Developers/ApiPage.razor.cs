using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Developers;

/// <summary>The API with requests to copy.</summary>
public sealed partial class ApiPage
{
    [Parameter, EditorRequired]
    public required ApiView View { get; set; }
}
