using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Lists;

namespace DcCourseIndex.SearchApi.Pages.Lists;

/// <summary>What the page of a list shows.</summary>
public sealed class ListView
{
    internal ListView(PageFrame frame, ChosenCourses list, IReadOnlyList<ShownCourse> courses) => (Frame, List, Courses) = (frame, list, courses);

    public PageFrame Frame { get; }
    internal ChosenCourses List { get; }
    internal IReadOnlyList<ShownCourse> Courses { get; }

    /// <summary>The number of a list that the server keeps; null for one that lives in its address.</summary>
    internal string? Id { get; init; }

    /// <summary>The secret of whoever may change a kept list; null for readers, and for a list in an address, which everybody may change.</summary>
    internal string? Secret { get; init; }

    /// <summary>What was wrong with an edit, in words.</summary>
    internal string? Wrong { get; init; }

    internal bool Editable => Id is null || Secret is not null;

    /// <summary>The list as a word for an address; null where it is too long for one.</summary>
    internal string? Code => ListCode.Write(List);

    internal string Title => List.Name.Length > 0 ? List.Name : Frame.Texts["list.title"];

    /// <summary>The page as others see it.</summary>
    internal PageLink Public => Id is null ? Plain("/list").With(ListInHand.Parameter, Code ?? "") : Plain($"/lists/{Id}");

    /// <summary>The page on which only whoever has the secret may look.</summary>
    internal PageLink Private => Plain($"/lists/{Id}/edit").With("key", Secret ?? "");

    /// <summary>Where the form goes.</summary>
    internal PageLink Action => Id is null ? Plain("/list") : Plain($"/lists/{Id}/edit");

    /// <summary>The same for a program.</summary>
    internal PageLink Api => Id is null ? Plain("/api/v1/lists").With(ListInHand.Parameter, Code ?? "") : Plain($"/api/v1/lists/{Id}");

    /// <summary>The list on paper.</summary>
    internal PageLink Print(string size) => (Id is null ? Plain("/list/print").With(ListInHand.Parameter, Code ?? "") : Plain($"/lists/{Id}/print")).With("size", size);

    internal PageLink Embed => Id is null ? Plain("/list/embed").With(ListInHand.Parameter, Code ?? "") : Plain($"/lists/{Id}/embed");

    private PageLink Plain(string path) => Frame.Here.To(path).Only("lang");
}
