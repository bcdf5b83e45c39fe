using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Pages;
using DcCourseIndex.SearchApi.Parameters;

namespace DcCourseIndex.SearchApi.Widget;

/// <summary>What the widget shows.</summary>
public sealed class WidgetView
{
    internal WidgetView(PageFrame frame, CourseRequest request, SearchResponse answer, string theme, bool searchable) =>
        (Frame, Request, Answer, Theme, Searchable) = (frame, request, answer, theme, searchable);

    public PageFrame Frame { get; }

    /// <summary><c>auto</c>, <c>light</c> or <c>dark</c>.</summary>
    public string Theme { get; }

    /// <summary>Whether the reader can look for something else.</summary>
    public bool Searchable { get; }
    internal CourseRequest Request { get; }
    internal SearchResponse Answer { get; }

    /// <summary>The same search in the catalogue itself.</summary>
    internal PageLink Whole => Frame.Here.Without("view").Without("theme").Without("limit").At("/");

    /// <summary>What the search form keeps beside the words.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Kept => Frame.Here.Without("q").Pairs;
}
