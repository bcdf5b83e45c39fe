using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>A refusal in readable words.</summary>
public sealed partial class ProblemPage
{
    [Parameter, EditorRequired]
    public required ProblemView View { get; set; }
}
