using System.Text;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Tests.Fetching;

public sealed class PageTextTests
{
    private const string Words = "Цифрова грамотність: їжак, ґанок, єнот";
    private static readonly Encoding Windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
    private static readonly Encoding Koi8 = CodePagesEncodingProvider.Instance.GetEncoding("koi8-u")!;

    public static TheoryData<string, byte[], string?, string> Pages => new()
    {
        { "plain UTF-8", Encoding.UTF8.GetBytes(Words), null, "utf-8" },
        { "declared windows-1251", Windows1251.GetBytes(Words), "text/html; charset=windows-1251", "windows-1251" },
        { "declared in quotes", Windows1251.GetBytes(Words), "text/html; charset=\"Windows-1251\"", "windows-1251" },
        { "declared koi8-u", Koi8.GetBytes(Words), "text/plain; charset=koi8-u", "koi8-u" },
        { "UTF-8 that says windows-1251", Encoding.UTF8.GetBytes(Words), "text/html; charset=windows-1251", "utf-8" },
        { "windows-1251 that says UTF-8", Windows1251.GetBytes(Words), "text/html; charset=utf-8", "windows-1251" },
        { "windows-1251 that says nothing", Windows1251.GetBytes(Words), "text/html", "windows-1251" },
        { "an unknown charset", Windows1251.GetBytes(Words), "text/html; charset=cp-nowhere", "windows-1251" },
        { "a charset that was given up", Windows1251.GetBytes(Words), "text/html; charset=utf-7", "windows-1251" },
        { "UTF-8 with NUL bytes", Encoding.UTF8.GetBytes(Words.Replace("а", "а\0", StringComparison.Ordinal)), "text/html", "utf-8" },
        { "windows-1251 with NUL bytes", Windows1251.GetBytes(Words.Replace("а", "а\0", StringComparison.Ordinal)), "text/html", "windows-1251" },
        { "a Content-Type that is none", Encoding.UTF8.GetBytes(Words), ";;;", "utf-8" },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Words)], "text/html; charset=windows-1251", "utf-8" },
        { "UTF-16 with a mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Words)], null, "utf-16" },
        { "UTF-16 big end first", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Words)], null, "utf-16BE" },
        { "declared UTF-16 without a mark", Encoding.BigEndianUnicode.GetBytes(Words), "text/html; charset=utf-16be", "utf-16BE" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_text_is_found_whatever_is_declared(string what, byte[] body, string? contentType, string charset)
    {
        var decoded = PageText.Decode(body, contentType);
        Assert.True(decoded == new DecodedText(Words, false, charset), $"{what}: {decoded}");
    }

    [Theory]
    [InlineData("<meta charset=\"koi8-u\">")]
    [InlineData("<META http-equiv=Content-Type content='text/html; charset=koi8-u'>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"koi8-u\"?>")]
    public void A_page_may_declare_its_charset_in_itself(string declaration) =>
        Assert.Equal(declaration + Words, PageText.Decode([.. Encoding.ASCII.GetBytes(declaration), .. Koi8.GetBytes(Words)], "text/html").Text);

    [Fact]
    public void A_cut_letter_is_replaced_and_said_so()
    {
        var decoded = PageText.Decode(Encoding.UTF8.GetBytes(Words).AsSpan()[..^1], "text/html; charset=utf-8");
        Assert.True(decoded.Replaced);
        Assert.StartsWith("Цифрова грамотність", decoded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_body_is_an_empty_text() => Assert.Equal(new DecodedText("", false, "utf-8"), PageText.Decode([], null));
}
