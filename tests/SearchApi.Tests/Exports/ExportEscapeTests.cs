using System.Text.Json.Nodes;
using System.Xml.Linq;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Exports;

public sealed class ExportEscapeTests
{
    [Theory]
    [InlineData(HostileCourse.Formula, "\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"' =1\"")]
    [InlineData("\r=1", "\"' =1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\r\nb", "\"a\nb\"")]
    [InlineData("2 + 2 = 4", "2 + 2 = 4")]
    public async Task No_cell_is_a_formula_and_no_cell_ends_early(string title, string cell)
    {
        var csv = await FileAsync("csv", title);

        Assert.StartsWith("\uFEFFid,title,", csv, StringComparison.Ordinal);
        Assert.Contains($"\r\nbad.1,{cell},", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("}, author = {X}", "\\textbraceright{}, author = \\textbraceleft{}X\\textbraceright{}")]
    [InlineData("100 % \\input{secret}", "100 \\% \\textbackslash{}input\\textbraceleft{}secret\\textbraceright{}")]
    [InlineData("a_b#c&d$e~f^g", "a\\_b\\#c\\&d\\$e\\textasciitilde{}f\\textasciicircum{}g")]
    [InlineData("x\n}\n@misc{evil,", "x \\textbraceright{} @misc\\textbraceleft{}evil,")]
    public async Task Braces_and_commands_of_a_title_stay_text_in_BibTeX(string title, string written)
    {
        var bib = await FileAsync("bibtex", title);

        Assert.Contains($"  title = {{{written}}},\n", bib, StringComparison.Ordinal);
        Assert.Equal(bib.Count(c => c == '{'), bib.Count(c => c == '}'));
        Assert.Single(bib.Split('\n'), line => line.StartsWith('@'));
        Assert.Contains("  url = {https://a.example/?q=%7Bx%7D%5Cy&b=%20},\n", bib, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nER  - \nTY  - JOUR")]
    [InlineData("a\r\nUR  - https://evil.example")]
    [InlineData("a\u2028UR  - https://evil.example")]
    [InlineData("a\u0085UR  - https://evil.example")]
    [InlineData("a\u000BUR  - https://evil.example")]
    public async Task A_text_cannot_begin_a_field_of_RIS(string title)
    {
        var lines = (await FileAsync("ris", title)).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Single(lines, line => line.StartsWith("TY", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("ER", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("UR", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_can_neither_close_nor_break_MARCXML()
    {
        const string title = "</subfield><evil a=\"&x;\">]]>\u0001\uD800";
        var xml = XDocument.Parse(await FileAsync("marcxml", title));

        XNamespace marc = "http://www.loc.gov/MARC21/slim";
        Assert.Equal("</subfield><evil a=\"&x;\">]]>.", xml.Descendants(marc + "datafield").Single(field => (string?)field.Attribute("tag") == "245").Value);
    }

    [Fact]
    public async Task A_text_cannot_end_a_field_or_a_record_of_MARC()
    {
        var marc = await FileAsync("marc", "a\u001Fb\u001Ec\u001Dd");

        Assert.Single(marc, '\u001D');
        Assert.Contains("\u001Faabcd.\u001E", marc, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_and_quotes_stay_inside_of_JSON()
    {
        const string title = "a\"\n{\"id\":\"evil\"}";

        Assert.Equal(title, (string)JsonNode.Parse(Assert.Single((await FileAsync("ndjson", title)).Split('\n', StringSplitOptions.RemoveEmptyEntries)))!["title"]!);
        Assert.Equal("a\" {\"id\":\"evil\"}", (string)JsonNode.Parse(await FileAsync("csl-json", title))![0]!["title"]!);
    }

    private static async Task<string> FileAsync(string format, string title)
    {
        await using var site = await SampleSite.StartAsync([HostileCourse.Of(title)]);
        using var response = await site.GetAsync($"/api/v1/courses?format={format}");
        return System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
    }
}
