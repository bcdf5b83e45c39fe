using DcCourseIndex.Crawler.Fetching.Rules;

namespace DcCourseIndex.Crawler.Tests.Fetching.Rules;

public sealed class IndexingRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("noindex", true)]
    [InlineData("NOINDEX, nofollow", true)]
    [InlineData("none", true)]
    [InlineData("nofollow", false)]
    [InlineData("index, follow, max-snippet: -1", false)]
    [InlineData("dccourseindex: noindex", true)]
    [InlineData("DcCourseIndex:noindex", true)]
    [InlineData("otherbot: noindex, nofollow", false)]
    [InlineData("otherbot: noindex\nnoindex", true)]
    [InlineData("otherbot: nofollow\notherbot: noindex", false)]
    [InlineData("otherbot: nofollow, dccourseindex: noindex", true)]
    [InlineData("max-snippet: 20, noindex", true)]
    [InlineData("unavailable_after: 21 Nov 2026 15:00:00 EET", true)]
    [InlineData("unavailable_after: 23 Nov 2026 15:00:00 GMT", false)]
    [InlineData("unavailable_after: Saturday, 21-Nov-26 15:00:00 UTC", true)]
    [InlineData("unavailable_after: Sat, 21 Nov 2026 15:00:00 GMT", true)]
    [InlineData("unavailable_after: 2026-11-21", true)]
    [InlineData("unavailable_after: 2027-11-21T10:00:00+02:00", false)]
    [InlineData("unavailable_after: some day", false)]
    [InlineData("otherbot: unavailable_after: 21 Nov 2020 15:00:00 GMT", false)]
    [InlineData("", false)]
    public void Headers_forbid_what_they_say_to_everybody_and_to_us(string header, bool forbidden)
    {
        var rules = IndexingRules.Of(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-robots-tag"] = header }, null, Now);
        Assert.Equal(forbidden, rules.NotListedBy is not null);
    }

    [Theory]
    [InlineData("<meta name=\"robots\" content=\"noindex\">", true)]
    [InlineData("<META CONTENT='none' NAME='Robots'/>", true)]
    [InlineData("<meta name=robots content=noindex>", true)]
    [InlineData("<meta name=\"dccourseindex\" content=\"noindex\">", true)]
    [InlineData("<meta name=\"otherbot\" content=\"noindex\">", false)]
    [InlineData("<meta name=\"robots\" content=\"index\"><meta name=\"dccourseindex\" content=\"noindex\">", true)]
    [InlineData("<meta name=\"robots\" content=\"&#110;oindex\">", true)]
    [InlineData("<meta name=\"robots\" content=\"unavailable_after: 2026-11-01\">", true)]
    [InlineData("<meta name=\"robots\" content=\"max-image-preview:large\">", false)]
    [InlineData("<!-- <meta name=\"robots\" content=\"noindex\"> -->", false)]
    [InlineData("<script>var x = '<meta name=\"robots\" content=\"noindex\">';</script>", false)]
    [InlineData("</head><body><p><meta name=\"robots\" content=\"noindex\"></p>", false)]
    public void Meta_tags_of_the_head_forbid(string head, bool forbidden) => Assert.Equal(
        forbidden,
        IndexingRules.Of(new Dictionary<string, string>(), $"<!DOCTYPE html><html><head><title>Курси</title>{head}", Now).NotListedBy is not null);

    [Fact]
    public void Nofollow_is_told_apart_from_noindex()
    {
        var rules = IndexingRules.Of(new Dictionary<string, string>(), "<head><meta name=robots content='nofollow'>", Now);
        Assert.Equal((true, null), (rules.NoFollow, rules.NotListedBy));
    }

    [Theory]
    [InlineData("1", null, null, true)]
    [InlineData(null, "1", null, true)]
    [InlineData("0", "1", null, true)]
    [InlineData("1", "0", null, false)]
    [InlineData("1", null, 0, true)]
    [InlineData("0", null, 1, false)]
    [InlineData(null, null, 1, true)]
    [InlineData("2", null, null, false)]
    [InlineData("yes", null, 1, true)]
    [InlineData(null, null, null, false)]
    public void A_reservation_in_the_page_goes_before_its_header_and_this_before_the_file(string? header, string? meta, int? file, bool reserved)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (header is not null)
        {
            headers["TDM-Reservation"] = header;
        }
        var ofFile = file is null ? MiningRule.Unset : MiningRule.Stated($"{file}", null);
        var rule = MiningRule.Of(headers, meta is null ? "<head></head>" : $"<head><meta name='tdm-reservation' content='{meta}'></head>", ofFile);
        Assert.Equal(reserved, rule.Reserved == true);
    }

    [Theory]
    [InlineData("""[{"location":"/","tdm-reservation":1,"tdm-policy":"https://p.example/policy"}]""", "/course/1", true)]
    [InlineData("""[{"location":"/open/*","tdm-reservation":0},{"location":"/","tdm-reservation":1}]""", "/open/1", false)]
    [InlineData("""[{"location":"/","tdm-reservation":1},{"location":"/open/","tdm-reservation":0}]""", "/open/1", true)]
    [InlineData("""[{"location":"/*.pdf$","tdm-reservation":1}]""", "/a.pdf", true)]
    [InlineData("""[{"location":"/*.pdf$","tdm-reservation":1}]""", "/a.pdf?x", false)]
    [InlineData("""[{"location":"/курси","tdm-reservation":"1"}]""", "/%D0%BA%D1%83%D1%80%D1%81%D0%B8/1", true)]
    [InlineData("""[{"location":"/","tdm-reservation":7},5,null,{"tdm-reservation":1}]""", "/x", false)]
    [InlineData("""{"location":"/","tdm-reservation":1}""", "/x", false)]
    [InlineData("""[{"location":"/","tdm-reservation":1}""", "/x", false)]
    [InlineData("<html>404</html>", "/x", false)]
    [InlineData("", "/x", false)]
    public void The_first_location_that_matches_counts(string json, string path, bool reserved) => Assert.Equal(
        reserved,
        MiningFile.Read(System.Text.Encoding.UTF8.GetBytes(json)).For(new Uri("https://portal.example" + path)).Reserved == true);
}
