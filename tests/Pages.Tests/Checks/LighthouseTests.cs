using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Pages.Tests.Demo;

namespace DcCourseIndex.Pages.Tests.Checks;

/// <summary>Lighthouse, the median of five; the figures stand in figures.txt.</summary>
[Collection(DemoGroup.Name)]
public sealed class LighthouseTests(RunningDemo demo)
{
    private const int Looks = 5;

    [CheckedTheory("lighthouse")]
    [InlineData("start")]
    [InlineData("search")]
    [InlineData("course")]
    public async Task Lighthouse_gives_a_hundred_for_accessibility_and_sees_nothing_move(string name)
    {
        var seen = new List<JsonElement>();
        for (var look = 0; look < Looks; look++)
            seen.Add(await LookAsync(name, look));

        var figures = string.Create(CultureInfo.InvariantCulture, $"{name}: accessibility {Median(seen, Accessibility):0.00}, layout shift {Median(seen, one => Audit(one, "cumulative-layout-shift")):0.###}, largest paint {Median(seen, one => Audit(one, "largest-contentful-paint")):0} ms, first paint {Median(seen, one => Audit(one, "first-contentful-paint")):0} ms, {Median(seen, one => Audit(one, "total-byte-weight")):0} bytes (medians of {Looks})\n");
        await File.AppendAllTextAsync(Path.Combine(Place.Output, "figures.txt"), figures);
        Assert.Empty(seen.SelectMany(Short));
        Assert.All(seen.Select(one => Audit(one, "cumulative-layout-shift")), moved => Assert.Equal(0, moved));
    }

    private async Task<JsonElement> LookAsync(string name, int look)
    {
        var report = Path.Combine(Place.Output, $"lighthouse-{name}-{look}.json");
        var (code, output, errors) = await Tool.RunAsync(
            "node",
            [Place.Module("lighthouse", "cli", "index.js"), demo.Base + SitePage.Address(demo, name, "uk"), "--quiet", "--disable-full-page-screenshot", "--output=json", $"--output-path={report}", "--only-categories=accessibility,performance", "--chrome-flags=--headless --no-sandbox --disable-dev-shm-usage"],
            new Dictionary<string, string> { ["CHROME_PATH"] = Place.Chromium });
        Assert.True(code == 0, output + errors);
        return JsonDocument.Parse(await File.ReadAllTextAsync(report)).RootElement.Clone();
    }

    private static double Accessibility(JsonElement report) => report.GetProperty("categories").GetProperty("accessibility").GetProperty("score").GetDouble();

    // What keeps a page from a hundred, in Lighthouse's words.
    private static IEnumerable<string> Short(JsonElement report) => report.GetProperty("categories").GetProperty("accessibility").GetProperty("auditRefs").EnumerateArray()
        .Where(one => one.GetProperty("weight").GetDouble() > 0)
        .Select(one => report.GetProperty("audits").GetProperty(one.GetProperty("id").GetString()!))
        .Where(audit => audit.GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 1)
        .Select(audit => $"{audit.GetProperty("title")}: {audit.GetProperty("details").GetProperty("items")}");

    private static double Audit(JsonElement report, string name) => report.GetProperty("audits").GetProperty(name).GetProperty("numericValue").GetDouble();

    private static double Median(IEnumerable<JsonElement> reports, Func<JsonElement, double> figure) => reports.Select(figure).Order().ElementAt(Looks / 2);
}
