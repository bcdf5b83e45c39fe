using System.Text;
using System.Xml.Linq;
using DcCourseIndex.SearchApi.Oai;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Oai;

/// <summary>The six verbs, their errors, and what somebody may send who means harm.</summary>
public sealed class OaiVerbTests(OaiSite site) : IClassFixture<OaiSite>
{
    private static readonly XNamespace Oai = OaiSite.Oai;

    [Fact]
    public async Task The_repository_says_what_it_keeps()
    {
        var identify = (await site.AskAsync("verb=Identify")).Element(Oai + "Identify")!;

        Assert.Equal(
            ["repositoryName", "baseURL", "protocolVersion", "adminEmail", "earliestDatestamp", "deletedRecord", "granularity"],
            identify.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("http://localhost/oai", identify.Element(Oai + "baseURL")!.Value);
        Assert.Equal("persistent", identify.Element(Oai + "deletedRecord")!.Value);
        Assert.Equal("webmaster@localhost.invalid", identify.Element(Oai + "adminEmail")!.Value);
    }

    [Theory]
    [InlineData("verb=Identify")]
    [InlineData("verb=ListMetadataFormats&identifier=oai:localhost:many.1")]
    [InlineData("verb=ListSets")]
    [InlineData("verb=GetRecord&metadataPrefix=oai_lom&identifier=oai:localhost:many.1")]
    [InlineData("verb=ListIdentifiers&metadataPrefix=oai_dc&set=source:prometheus")]
    [InlineData("verb=ListRecords&metadataPrefix=marc21&set=language:en")]
    public async Task Every_verb_answers_by_GET_and_by_POST_at_both_addresses(string query)
    {
        var expected = Content(await site.AskAsync(query));
        using var content = new StringContent(query, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var posted = await site.Real.Site.Client.PostAsync(new Uri("/oai", UriKind.Relative), content);
        using var read = await site.Real.Site.GetAsync($"/api/v1/oai?{query}");

        Assert.Null(OaiSite.ErrorOf(await site.AskAsync(query)));
        Assert.Equal(expected, Content(XDocument.Parse(await posted.Content.ReadAsStringAsync()).Root!));
        Assert.Equal(expected, Content(XDocument.Parse(await read.Content.ReadAsStringAsync()).Root!));
    }

    [Theory]
    [InlineData("", "badVerb")]
    [InlineData("verb=identify", "badVerb")]
    [InlineData("verb=Identify&verb=Identify", "badVerb")]
    [InlineData("verb=Identify&set=a", "badArgument")]
    [InlineData("verb=GetRecord&identifier=oai:localhost:many.1", "badArgument")]
    [InlineData("verb=GetRecord&metadataPrefix=oai_dc", "badArgument")]
    [InlineData("verb=GetRecord&metadataPrefix=mods&identifier=oai:localhost:many.1", "cannotDisseminateFormat")]
    [InlineData("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:none.1", "idDoesNotExist")]
    [InlineData("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere:many.1", "idDoesNotExist")]
    [InlineData("verb=ListMetadataFormats&identifier=x", "idDoesNotExist")]
    [InlineData("verb=ListRecords", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=mods", "cannotDisseminateFormat")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&set=source:none", "noRecordsMatch")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&set=::", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2026", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-20T03:15Z", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-20&until=2026-11-20T03:15:00Z", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-21&until=2026-11-20", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01", "noRecordsMatch")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=9999-12-31&until=9999-12-31", "noRecordsMatch")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x", "badArgument")]
    [InlineData("verb=ListRecords&resumptionToken=x", "badResumptionToken")]
    [InlineData("verb=ListSets&resumptionToken=x", "badResumptionToken")]
    [InlineData("verb=ListRecords&metadataPrefix=%01", "badArgument")]
    [InlineData("verb=%3Cscript%3E", "badVerb")]
    [InlineData("verb=GetRecord&metadataPrefix=oai_dc&identifier=%22%3E%3Cx%20y=%22%00%01%EF%BF%BF", "idDoesNotExist")]
    [InlineData("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:..%2F..%2Fetc", "idDoesNotExist")]
    [InlineData("verb=Identify&%3Cx%3E%02=1", "badArgument")]
    public async Task What_is_wrong_is_said_in_the_protocols_words(string query, string code) => Assert.Equal(code, OaiSite.ErrorOf(await site.AskAsync(query)));

    [Fact]
    public async Task A_huge_identifier_is_unknown() =>
        Assert.Equal("idDoesNotExist", OaiSite.ErrorOf(await site.AskAsync($"verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:{new string('a', 6000)}")));

    [Fact]
    public async Task Arguments_are_repeated_only_where_they_were_understood()
    {
        var unknown = (await site.AskAsync("verb=GetRecord&metadataPrefix=oai_dc&identifier=nothing")).Element(Oai + "request")!;
        var wrong = (await site.AskAsync("verb=GetRecord&metadataPrefix=oai_dc")).Element(Oai + "request")!;

        Assert.Equal(["verb", "metadataPrefix", "identifier"], unknown.Attributes().Select(attribute => attribute.Name.LocalName));
        Assert.Empty(wrong.Attributes());
        Assert.Equal("http://localhost/oai", wrong.Value);
    }

    [Fact]
    public async Task Forged_tokens_are_refused_or_mean_an_honest_list()
    {
        var token = (await site.AskAsync("verb=ListRecords&metadataPrefix=oai_dc&set=source:many")).Descendants(Oai + "resumptionToken").Single().Value;
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var letters = token.ToCharArray();
            letters[random.Next(letters.Length)] = "ABCdef019-_"[random.Next(11)];
            var answer = await site.AskAsync($"verb=ListRecords&resumptionToken={new string(letters)}");
            Assert.True(OaiSite.ErrorOf(answer) is null or "badResumptionToken" or "noRecordsMatch");
        }
    }

    [Theory]
    [InlineData("set", "area:<x>")]
    [InlineData("set", "a\u0001")]
    [InlineData("prefix", "mods")]
    public void A_token_holds_nothing_that_a_request_could_not(string part, string value)
    {
        var honest = new OaiList("ListRecords", "oai_dc", "area:1", new(), "epoch", 5, 100, 200);

        Assert.Equal(honest, OaiList.Read("ListRecords", honest.Token()));
        Assert.Null(OaiList.Read("ListRecords", (part == "set" ? honest with { Set = value } : honest with { Prefix = value }).Token()));
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused()
    {
        using var content = new StringContent("verb=Identify&x=" + new string('a', 100_000), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await site.Real.Site.Client.PostAsync(new Uri("/oai", UriKind.Relative), content);

        Assert.Equal(413, (int)response.StatusCode);
    }

    [Fact]
    public async Task Hostile_texts_leave_the_answer_XML()
    {
        await using var real = await RealSite.StartAsync([HostileCourse.Of("]]><x>&amp;\u0001\uD800 «назва»", "<!--\u000b-->", "Видавець ]]>", "Ім\u2028я;,\\")]);

        foreach (var format in OaiFormat.All)
            Assert.Contains("«назва»", (await OaiSite.AskAsync(real, $"verb=ListRecords&metadataPrefix={format.Prefix}")).Value, StringComparison.Ordinal);
    }

    private static string Content(XElement answer) => answer.Elements().Last().ToString().Replace("http://localhost/api/v1/oai", "http://localhost/oai", StringComparison.Ordinal);
}
