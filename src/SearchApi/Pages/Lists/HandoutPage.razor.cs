using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Lists;

/// <summary>A sheet of paper with one course or one list: large type, readable in grey, a QR code beside the plain address.</summary>
public sealed partial class HandoutPage
{
    [Parameter, EditorRequired]
    public required HandoutView View { get; set; }
}
