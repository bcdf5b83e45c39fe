using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>The buttons that say verdicts on one course, without a script.</summary>
public sealed partial class VerdictForm
{
    [Parameter, EditorRequired]
    public required VerdictFormView View { get; set; }
}
