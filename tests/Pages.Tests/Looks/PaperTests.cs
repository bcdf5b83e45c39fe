using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Pages.Tests.Demo;

namespace DcCourseIndex.Pages.Tests.Looks;

/// <summary>What comes out of the printer: the sheet's size, no page too many, a code that a telephone reads.</summary>
[Collection(DemoGroup.Name)]
public sealed partial class PaperTests(RunningDemo demo)
{
    [PaperTheory]
    [MemberData(nameof(SitePage.Papers), MemberType = typeof(SitePage))]
    public async Task A_sheet_has_its_size_and_its_code_leads_to_the_page(string name)
    {
        var pdf = Path.Combine(Place.Output, $"paper-{name}.pdf");
        await using var visit = await Visit.BeginAsync(demo, dark: true);
        await visit.OpenAsync(SitePage.Address(demo, name, "uk"));
        await visit.Page.PdfAsync(new() { Path = pdf, PreferCSSPageSize = true, PrintBackground = false });

        var about = (await Tool.RunAsync("pdfinfo", [pdf])).Output;
        var picture = Path.Combine(Place.Output, $"paper-{name}");
        Assert.Equal(0, (await Tool.RunAsync("pdftoppm", ["-r", "110", "-gray", "-png", "-singlefile", pdf, picture])).Code);
        var size = Size().Match(about);
        var (wide, high) = (double.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(size.Groups[2].Value, CultureInfo.InvariantCulture));

        Assert.Equal("1", Pages().Match(about).Groups[1].Value);
        if (name == "sheet")
            return;
        // In points: A4, A5 and A3.
        Assert.Equal(name.EndsWith("a4", StringComparison.Ordinal) ? (595, 842) : name.EndsWith("a5", StringComparison.Ordinal) ? (420, 595) : (842, 1191), (Math.Round(wide), Math.Round(high)));
        var read = await Tool.RunAsync("zbarimg", ["-q", "--raw", picture + ".png"]);
        Assert.Equal(demo.Base + (name.StartsWith("list", StringComparison.Ordinal) ? $"/list?list={demo.List}" : $"/courses/{demo.Course}"), read.Output.Trim());
    }

    [GeneratedRegex(@"Page size:\s+([\d.]+) x ([\d.]+) pts")]
    private static partial Regex Size();

    [GeneratedRegex(@"Pages:\s+(\d+)")]
    private static partial Regex Pages();
}
