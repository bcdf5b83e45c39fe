using System.Globalization;
using System.Net;
using System.Text;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Sources;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What the runs of a source brought over time, drawn without a script: found courses as a line, new and refused ones as columns at their day.</summary>
internal static class YieldChart
{
    private const double Width = 640;
    private const double Height = 170;
    private const double Left = 56;
    private const double Right = 12;
    private const double Top = 14;
    private const double Bottom = 26;
    private const double Column = 4;

    /// <summary>The SVG; nothing for fewer than two runs that have ended.</summary>
    public static string Of(PageTexts texts, string source, IReadOnlyList<RunReport> newestFirst)
    {
        RunReport[] runs = [.. newestFirst.Where(run => run.State != RunState.Open).Reverse()];
        if (runs.Length < 2)
            return "";
        var most = Math.Max(1, runs.Max(run => Math.Max(run.Found, Math.Max(run.New, run.Refused))));
        var (from, until) = (runs[0].StartedAt, runs[^1].StartedAt);
        var span = Math.Max(1, (until - from).TotalSeconds);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg class="yield" viewBox="0 0 {Width} {Height}" role="img" aria-label="{Text(texts.Fill("desk.chart", source, texts.Number(runs.Length), texts.Number(runs[0].Found), texts.Number(runs[^1].Found)))}">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<path class="axis" d="M{Left} {Top}V{Height - Bottom}H{Width - Right}"/>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{Left - 6}" y="{Top + 5}" text-anchor="end">{Text(texts.Number(most))}</text><text x="{Left - 6}" y="{Height - Bottom}" text-anchor="end">0</text>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{Left}" y="{Height - 8}">{Text(Day(from))}</text><text x="{Width - Right}" y="{Height - 8}" text-anchor="end">{Text(Day(until))}</text>""");
        foreach (var run in runs)
        {
            Bar(svg, "new", X(run) - Column, run.New);
            Bar(svg, "refused", X(run), run.Refused);
        }

        svg.Append(CultureInfo.InvariantCulture, $"""<polyline points="{string.Join(' ', runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"{X(run):0.#},{Y(run.Found):0.#}")))}"/>""");
        foreach (var run in runs)
            svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{X(run):0.#}" cy="{Y(run.Found):0.#}" r="3"{(run.State == RunState.Promoted ? "" : " class=\"bad\"")}><title>{Text($"{texts.Moment(run.StartedAt)}: {texts.Fill("sources.run", run.Found, run.New, run.Changed, run.Refused)}")}</title></circle>""");
        return svg.Append("</svg>").ToString();

        double X(RunReport run) => Left + Column + ((run.StartedAt - from).TotalSeconds / span * (Width - Left - Right - (2 * Column)));

        double Y(int count) => Height - Bottom - ((double)count / most * (Height - Top - Bottom));

        string Day(DateTimeOffset at) => texts.Date(from) == texts.Date(until) ? texts.Moment(at) : texts.Date(at);

        void Bar(StringBuilder to, string kind, double x, int count)
        {
            if (count > 0)
                to.Append(CultureInfo.InvariantCulture, $"""<rect class="{kind}" x="{x:0.#}" y="{Y(count):0.#}" width="{Column}" height="{Height - Bottom - Y(count):0.#}"/>""");
        }
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
