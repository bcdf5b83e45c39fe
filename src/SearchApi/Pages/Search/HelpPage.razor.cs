using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>How to ask: the signs and field words of a query, with examples that can be followed.</summary>
public sealed partial class HelpPage
{
    [Parameter, EditorRequired]
    public required HelpView View { get; set; }
}
