using DcCourseIndex.Catalog.Ledger;
using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Reported mistakes, each with what can be done about it.</summary>
public sealed partial class MistakeList
{
    [Parameter, EditorRequired]
    public required DeskFrame Desk { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<MistakeReport> Reports { get; set; }
}
