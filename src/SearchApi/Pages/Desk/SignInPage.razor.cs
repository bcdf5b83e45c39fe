using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Where the holder of a key signs in.</summary>
public sealed partial class SignInPage
{
    [Parameter, EditorRequired]
    public required SignInView View { get; set; }
}
