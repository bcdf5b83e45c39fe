using System.Text;
using DcCourseIndex.SearchApi.Handouts;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Lists;
using DcCourseIndex.SearchApi.Tests.Sample;

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

    /// <summary>Needs a renderer of SVG and a reader of QR codes; skips with the line that installs what is missing.</summary>
    private sealed class RendersAndReadsAttribute : FactAttribute
    {
        public RendersAndReadsAttribute() => Skip = Checker.Has("rsvg-convert") && Checker.Has("zbarimg") ? null : "rsvg-convert or zbarimg is not installed: apt-get install librsvg2-bin zbar-tools";
    }
}
