using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Verdicts, newest first, each with its undo.</summary>
public sealed partial class VerdictTable
{
    [Parameter, EditorRequired]
    public required VerdictListView View { get; set; }
}
