using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Coverage;

namespace DcCourseIndex.SearchApi.Pages.Competences;

/// <summary>What the page of coverage shows.</summary>
public sealed class CoverageView
{
    /// <summary>From so many courses on a cell is as dark as it gets; the steps before it stand for at least one, three and ten.</summary>
    private static readonly int[] Steps = [1, 3, 10, 30];

    internal CoverageView(PageFrame frame, IReadOnlyList<Framework> frameworks, CoverageMap map) => (Frame, Frameworks, Map) = (frame, frameworks, map);

    public PageFrame Frame { get; }
    internal IReadOnlyList<Framework> Frameworks { get; }
    internal CoverageMap Map { get; }

    /// <summary>The least number of courses of each shade, for the legend.</summary>
    internal static IReadOnlyList<int> Shades => Steps;

    /// <summary>How dark a cell is: 0 for nothing, up to 4.</summary>
    internal static int Shade(int courses) => Steps.Count(step => courses >= step);

    /// <summary>The search behind a cell, with the filters of the page.</summary>
    internal PageLink Search(params (string Name, string Value)[] filters) => filters.Aggregate(Frame.Here.At("/"), (link, filter) => link.Without(filter.Name).With(filter.Name, filter.Value));
}
