using System.Globalization;
using System.Text;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Sources;

namespace DcCourseIndex.SearchApi.Pages.Sources;

/// <summary>The found courses of the last runs as a small line, drawn without a script; the table under it says the same in numbers, so readers who hear the page skip it.</summary>
internal static class Sparkline
{
    private const double Width = 300;
    private const double Height = 56;
    private const double Edge = 5;

    /// <summary>The SVG, oldest run on the left; a run that was not promoted is a hollow point. Nothing for fewer than two runs.</summary>
    public static string Of(IReadOnlyList<RunReport> newestFirst)
    {
        RunReport[] runs = [.. newestFirst.Where(run => run.State != RunState.Open).Reverse()];
        if (runs.Length < 2)
            return "";
        var most = Math.Max(1, runs.Max(run => run.Found));
        (double X, double Y, bool Good)[] points =
        [
            .. runs.Select((run, i) => (Edge + (i * (Width - (2 * Edge)) / (runs.Length - 1)), Height - Edge - ((double)run.Found / most * (Height - (2 * Edge))), run.State == RunState.Promoted)),
        ];
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg class="spark" viewBox="0 0 {Width} {Height}" aria-hidden="true" focusable="false"><polyline points="{string.Join(' ', points.Select(At))}"/>""");
        foreach (var point in points)
            svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{point.X:0.#}" cy="{point.Y:0.#}" r="2.5"{(point.Good ? "" : " class=\"bad\"")}/>""");
        return svg.Append("</svg>").ToString();
    }

    private static string At((double X, double Y, bool Good) point) => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}");
}
