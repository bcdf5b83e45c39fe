using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Lists;

/// <summary>The one form of a page that all its buttons <see cref="ListAdd"/> send: the list in hand is long, and would else stand beside every course.</summary>
public sealed partial class ListAddForm
{
    [Parameter, EditorRequired]
    public required PageFrame Frame { get; set; }
}
