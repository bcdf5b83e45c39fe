using System.Text;
using DcCourseIndex.SearchApi.Handouts;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Lists;
using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.AspNetCore.Hosting;

namespace DcCourseIndex.SearchApi.Tests.Handouts;

public sealed class HandoutTests
{
    private static readonly SearchApiSettings Public = new() { PublicAddress = new("https://kursy.example/") };

    [Theory]
    [InlineData("a4")]
    [InlineData("a5")]
    [InlineData("poster")]
    public async Task A_course_goes_on_paper_with_its_plain_address_beside_the_code(string size)
    {
        await using var site = await SampleSite.StartAsync(settings: Public);

        var (status, page) = await site.PageAsync($"/courses/prometheus.DC101/print?size={size}");

        Assert.Equal(200, status);
        Assert.True(page.Body!.ClassList.Contains("handout") && page.Body.ClassList.Contains(size));
        Assert.Equal("kursy.example/courses/prometheus.DC101", page.QuerySelector(".where p")!.TextContent);
        Assert.Single(page.QuerySelectorAll("svg.qr"));
        Assert.Contains("безкоштовно", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_goes_on_paper_without_the_courses_that_died()
    {
        await using var site = await SampleSite.StartAsync(settings: Public);
        var word = ListCode.Write(new("Група", "Щовівторка о 17", [new("prometheus.DC101") { Note = "Перший вечір" }, new("prometheus.PY1"), new(SampleCatalogue.Retired)]));

        var (status, page) = await site.PageAsync($"/list/print?list={word}&size=a5");
        var (refused, _) = await site.PageAsync("/list/print?size=a0");

        Assert.Equal((200, 400), (status, refused));
        Assert.Equal(["Медіаграмотність для громадян"], page.QuerySelectorAll(".taken h2").Select(title => title.TextContent));
        Assert.Equal("Перший вечір", page.QuerySelector(".taken .note")!.TextContent);
    }

    [Fact]
    public void An_address_too_long_for_paper_has_no_code() => Assert.Null(QrMark.Svg("https://kursy.example/" + new string('x', QrMark.LongestAddress), "x"));

    [RendersAndReads]
    public async Task A_printed_code_leads_to_the_page()
    {
        await using var site = await SampleSite.StartAsync(settings: Public);
        var (_, page) = await site.PageAsync("/courses/prometheus.DC101/print");
        var svg = page.QuerySelector("svg.qr")!.OuterHtml.Replace("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"400\"", StringComparison.Ordinal);

        var picture = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        try
        {
            Assert.Equal(0, (await Checker.RunAsync("rsvg-convert", Encoding.UTF8.GetBytes(svg), "-o", picture, "{}")).Code);
            var (code, output, complaints) = await Checker.RunAsync("zbarimg", await File.ReadAllBytesAsync(picture), "-q", "--raw", "{}");

            Assert.True(code == 0, complaints);
            Assert.Equal("https://kursy.example/courses/prometheus.DC101", output.Trim());
        }
        finally
        {
            File.Delete(picture);
        }
    }

    [PrintsAndReads]
    public async Task A_sheet_printed_by_a_browser_has_the_asked_paper_and_a_code_that_leads_home()
    {
        await using var app = SampleSite.Build(new SampleSearcher(SampleCourses.All, SampleFrameworks.All), Public, null, static web => web.UseKestrelCore().UseUrls("http://127.0.0.1:0"));
        await app.StartAsync();
        var folder = Directory.CreateTempSubdirectory("dccourseindex-");
        try
        {
            var pdf = Path.Combine(folder.FullName, "sheet.pdf");
            await Checker.RunAsync("chromium", [], "--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder.FullName}/profile", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", $"{app.Urls.First()}/courses/prometheus.DC101/print?size=a5");
            var about = (await Checker.RunAsync("pdfinfo", await File.ReadAllBytesAsync(pdf), "{}")).Output;
            await Checker.RunAsync("pdftoppm", await File.ReadAllBytesAsync(pdf), "-r", "200", "-gray", "-png", "{}", Path.Combine(folder.FullName, "page"));
            var page = Directory.GetFiles(folder.FullName, "page*.png").Single();
            var code = (await Checker.RunAsync("zbarimg", await File.ReadAllBytesAsync(page), "-q", "--raw", "{}")).Output;

            Assert.Contains("Pages:           1", about, StringComparison.Ordinal);
            Assert.Matches(@"Page size:\s+(419|420)\S* x 59[45]", about);
            Assert.Equal("https://kursy.example/courses/prometheus.DC101", code.Trim());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Needs a browser and programs that read its paper; skips with the line that installs what is missing.</summary>
    private sealed class PrintsAndReadsAttribute : FactAttribute
    {
        public PrintsAndReadsAttribute() => Skip = new[] { "chromium", "pdfinfo", "pdftoppm", "zbarimg" }.All(Checker.Has) ? null : "a program is missing: apt-get install chromium poppler-utils zbar-tools";
    }

    /// <summary>Needs a renderer of SVG and a reader of QR codes; skips with the line that installs what is missing.</summary>
    private sealed class RendersAndReadsAttribute : FactAttribute
    {
        public RendersAndReadsAttribute() => Skip = Checker.Has("rsvg-convert") && Checker.Has("zbarimg") ? null : "rsvg-convert or zbarimg is not installed: apt-get install librsvg2-bin zbar-tools";
    }
}
