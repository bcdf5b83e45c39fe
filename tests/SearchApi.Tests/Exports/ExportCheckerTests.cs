using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Exports;

/// <summary>What independent programs make of the files.</summary>
public sealed class ExportCheckerTests
{
    private static readonly CatalogCourse[] Courses =
        [.. SampleCourses.All, HostileCourse.Of("Назва & {дужки} 100 % \"лапки\" <b>", "Опис\nдва", "Університет «Зразок»", "Олена Зразкова", "Іван Приклад")];

    [CheckedBy("bib2xml", "bibutils")]
    public Task Bibutils_reads_title_authors_year_and_address_out_of_BibTeX() => BibutilsAsync("bibtex", "bib2xml");

    [CheckedBy("ris2xml", "bibutils")]
    public Task Bibutils_reads_title_authors_year_and_address_out_of_RIS() => BibutilsAsync("ris", "ris2xml");

    [CheckedBy("yaz-marcdump", "yaz")]
    public async Task Yaz_reads_every_record_of_MARC_without_a_complaint()
    {
        var octets = await FileAsync("marc");

        var (code, output, complaints) = await Checker.RunAsync("yaz-marcdump", octets, "-i", "marc", "-o", "line", "-v", "{}");

        Assert.Equal((0, ""), (code, complaints));
        Assert.Equal(Courses.Length, output.Split('\n').Count(line => line.StartsWith("245 ", StringComparison.Ordinal)));
        Assert.DoesNotContain(output.Split('\n'), line => line.StartsWith('(') && line.Contains("rror", StringComparison.Ordinal));
        Assert.Contains("Медіаграмотність для громадян.", output, StringComparison.Ordinal);
    }

    [CheckedBy("yaz-marcdump", "yaz")]
    public async Task Yaz_makes_the_same_of_MARCXML_as_of_MARC()
    {
        var (_, binary, _) = await Checker.RunAsync("yaz-marcdump", await FileAsync("marc"), "-i", "marc", "-o", "line", "{}");
        var (code, xml, complaints) = await Checker.RunAsync("yaz-marcdump", await FileAsync("marcxml"), "-i", "marcxml", "-o", "line", "{}");

        Assert.Equal((0, ""), (code, complaints));
        Assert.Equal(Fields(binary), Fields(xml));

        // The lengths in the leader are known only in the binary form.
        static IEnumerable<string> Fields(string dump) => dump.Split('\n').Where(line => line.Length > 4 && line[..3].All(char.IsAsciiDigit) && line[3] == ' ');
    }

    [CheckedBy("xmllint", "libxml2-utils")]
    public async Task Xmllint_finds_MARCXML_well_formed()
    {
        var (code, _, complaints) = await Checker.RunAsync("xmllint", await FileAsync("marcxml"), "--noout", "--nonet", "{}");

        Assert.Equal((0, ""), (code, complaints));
    }

    private static async Task BibutilsAsync(string format, string program)
    {
        var (code, mods, complaints) = await Checker.RunAsync(program, await FileAsync(format), "-i", "utf8", "{}");

        Assert.Equal(0, code);
        Assert.Contains($"Processed {Courses.Length} references", complaints, StringComparison.Ordinal);
        // A straight quotation mark is a closing one in TeX, and bibutils reads it so.
        Assert.All(
            ["Медіаграмотність для громадян", "Назва &amp; {дужки} 100 % \"лапки\" &lt;b&gt;", "Зразкова", "Приклад", "2026", "https://prometheus.example.org/courses/DC101", "https://a.example/?q=%7Bx%7D%5Cy&amp;b=%20"],
            kept => Assert.Contains(kept, mods.Replace("&quot;", "\"", StringComparison.Ordinal).Replace('”', '"'), StringComparison.Ordinal));
    }

    private static async Task<byte[]> FileAsync(string format)
    {
        await using var site = await SampleSite.StartAsync(Courses);
        using var response = await site.GetAsync($"/api/v1/courses?format={format}");
        return await response.Content.ReadAsByteArrayAsync();
    }
}
