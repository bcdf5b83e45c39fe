using DcCourseIndex.SearchApi.Texts;
using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>The document around every page: head, menu, demonstration notice, foot.</summary>
public sealed partial class PageShell
{
    [Parameter, EditorRequired]
    public required PageFrame Frame { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>One sentence for search engines; null: the lead of the site.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>The absolute address of a picture for those who share the page; it is named, never loaded here.</summary>
    [Parameter]
    public string? Image { get; set; }

    /// <summary>Whether search engines are asked to leave this page out (result lists, refusals).</summary>
    [Parameter]
    public bool Unlisted { get; set; }

    /// <summary>Whether other sites may show this page by its address (oEmbed).</summary>
    [Parameter]
    public bool Embeddable { get; set; }

    /// <summary>Whether the page has keys of its own; the others need no script.</summary>
    [Parameter]
    public bool Keys { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private PageTexts T => Frame.Texts;

    private string? Current(string path) => Frame.Here.Path == path ? "page" : null;
}
