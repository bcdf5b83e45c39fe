using System.Globalization;
using System.Text;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Oai;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms.Oai;

/// <summary>Runs over small invented repositories.</summary>
public sealed class OaiPlatformTests
{
    private const string List = "/oai?verb=ListRecords&metadataPrefix=oai_dc";

    private readonly SourceDefinition source = Portal.Source("oai") with { Address = new Uri("https://portal.example/oai") };
    private readonly OaiPlatform platform = new();

    [Theory]
    [InlineData("<resumptionToken completeListSize=\"3\"/>")]
    [InlineData("<resumptionToken></resumptionToken>")]
    [InlineData("")]
    public async Task Tokens_are_followed_to_the_end_however_it_is_written(string end)
    {
        var portal = Repository().With(List, Records(Token("a/b c", 3), Course(1), Other(2))).With("/oai?verb=ListRecords&resumptionToken=a%2Fb%20c", Records(end, Course(3)));
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(["oai:1", "oai:3"], harvested.ById.Keys);
        Assert.Equal(2, harvested.Pages[^1].Expected);
    }

    [Fact]
    public async Task An_expired_token_begins_the_list_once_more()
    {
        var portal = Repository().With(List, Records(Token("t"), Course(1)));
        var asked = 0;
        portal.With("/oai?verb=ListRecords&resumptionToken=t", request => Answer(request, asked++ == 0 ? Error("badResumptionToken") : Records("", Course(2))));
        Assert.Equal(["oai:1", "oai:1", "oai:2"], (await PagesAsync(source, portal)).SelectMany(page => page.Listings).Select(listing => listing.Id));

        portal.With("/oai?verb=ListRecords&resumptionToken=t", Error("badResumptionToken"));
        Assert.Contains("badResumptionToken", await RefusalOf(source, portal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_goes_on_behind_its_marker()
    {
        var portal = Repository().With(List, Records(Token("t", 2), Course(1))).With("/oai?verb=ListRecords&resumptionToken=t", Records("", Course(2)));
        var whole = await Harvested.Of(platform, source, portal);
        portal.Asked.Clear();
        var rest = await Harvested.Of(platform, source, portal, whole.Pages[0].Marker);
        Assert.Equal(["oai:2"], rest.ById.Keys);
        Assert.Equal("/oai?verb=ListRecords&resumptionToken=t", Assert.Single(portal.Asked).Address.PathAndQuery);
        Assert.Equal(whole.Pages[1].Bookmark, rest.Pages[0].Bookmark);
        Assert.Empty((await Harvested.Of(platform, source, portal, whole.Pages[1].Marker)).Pages);
    }

    [Theory]
    [InlineData("YYYY-MM-DDThh:mm:ssZ", "2026-11-20T00%3A59%3A59Z")]
    [InlineData("YYYY-MM-DD", "2026-11-19")]
    public async Task The_next_run_asks_one_granule_before_the_repositorys_own_time(string granularity, string from)
    {
        var first = await Harvested.Of(platform, source, Repository(granularity).With(List, Records("", Course(1))));
        var changed = new Portal { Past = Earlier.At(1, first) }.With("/oai?verb=Identify", Identify(granularity, "2026-11-21T01:00:00Z")).With($"{List}&from={from}", Records("", Course(2), Deleted(7)));
        var second = await Harvested.Of(platform, source, changed);
        Assert.Equal(["oai:2"], second.ById.Keys);
        Assert.True(second.Pages[0].Partial);
        Assert.Equal(["oai:7"], second.Pages[0].Deleted);
        Assert.StartsWith("2026-11-21T01:00:00Z ", second.Pages[0].Bookmark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_new_is_a_partial_run_without_a_course_and_moves_the_bookmark()
    {
        var first = await Harvested.Of(platform, source, Repository().With(List, Records("", Course(1))));
        var portal = new Portal { Past = Earlier.At(1, first) }.With("/oai?verb=Identify", Identify(seen: "2026-11-21T01:00:00Z")).With($"{List}&from=2026-11-20T00%3A59%3A59Z", Error("noRecordsMatch"));
        var page = Assert.Single((await Harvested.Of(platform, source, portal)).Pages);
        Assert.True(page.Partial);
        Assert.Empty(page.Listings);
        Assert.NotNull(page.Bookmark);
    }

    [Fact]
    public async Task Everything_is_listed_again_after_thirty_days()
    {
        var first = await Harvested.Of(platform, source, Repository().With(List, Records("", Course(1))));
        var portal = new Portal { Past = Earlier.At(30, first) }.With("/oai?verb=Identify", Identify()).With(List, Records("", Course(1)));
        Assert.False(Assert.Single((await Harvested.Of(platform, source, portal)).Pages).Partial);
    }

    [Fact]
    public async Task A_date_that_the_repository_refuses_is_left_out()
    {
        var first = await Harvested.Of(platform, source, Repository().With(List, Records("", Course(1))));
        var portal = new Portal { Past = Earlier.At(1, first) }.With("/oai?verb=Identify", Identify()).With($"{List}&from=2026-11-20T00%3A59%3A59Z", Error("badArgument")).With(List, Records("", Course(1)));
        Assert.False(Assert.Single((await Harvested.Of(platform, source, portal)).Pages).Partial);
    }

    [Fact]
    public async Task A_course_that_becomes_an_article_is_gone()
    {
        var first = await Harvested.Of(platform, source, Repository().With(List, Records("", Course(1), Course(2))));
        var portal = new Portal { Past = Earlier.At(1, first) }.With("/oai?verb=Identify", Identify()).With($"{List}&from=2026-11-20T00%3A59%3A59Z", Records("", Other(1), Other(9)));
        Assert.Equal(["oai:1"], Assert.Single((await Harvested.Of(platform, source, portal)).Pages).Deleted);
    }

    [Fact]
    public async Task Sets_are_named_by_identifier_or_name_and_types_by_a_mark()
    {
        var portal = Repository()
            .With("/oai?verb=ListSets", Wrapped("<ListSets><set><setSpec>col_1</setSpec><setName>Курси</setName></set><resumptionToken>s</resumptionToken></ListSets>"))
            .With("/oai?verb=ListSets&resumptionToken=s", Wrapped("<ListSets><set><setSpec>col_2</setSpec><setName>Інше</setName></set></ListSets>"))
            .With($"{List}&set=col_1", Records("", Course(1), Other(2)))
            .With($"{List}&set=col_2", Error("noRecordsMatch"));
        Assert.Equal(["oai:2"], (await Harvested.Of(platform, source with { Categories = ["курси", "col_2", "type:article"] }, portal)).ById.Keys);
        Assert.Equal(["oai:1", "oai:2"], (await Harvested.Of(platform, source with { Categories = ["col_1", "type:*"] }, portal)).ById.Keys);
        Assert.Contains("«Немає»", await RefusalOf(source with { Categories = ["Немає"] }, portal), StringComparison.Ordinal);
        Assert.Single(platform.Check(source with { Categories = ["type: "] }));
    }

    [Fact]
    public async Task Named_subjects_are_asked_of_every_record()
    {
        var portal = Repository().With(List, Records("", Course(1), Course(2).Replace("</dc>", "<subject>Кібербезпека</subject></dc>", StringComparison.Ordinal)));
        Assert.Equal(["oai:2"], (await Harvested.Of(platform, source with { Categories = ["subject: кібербезпека"] }, portal)).ById.Keys);
        Assert.Contains("subject:", Assert.Single(platform.Check(source with { Categories = ["subject:"] })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" completeListSize=\"9\"", " completeListSize=\"9\"", "1,2", "2,1", true)]
    [InlineData(" completeListSize=\"9\"", " completeListSize=\"5\"", "1,2", "1,2", false)]
    [InlineData("", "", "1,2", "1,2", true)]
    [InlineData("", "", "1,2,3", "1,2", true)]
    [InlineData("", "", "1,2", "1,3", false)]
    [InlineData("", null, "1,2", "1,2", false)]
    [InlineData(null, null, "1,2", "1,2", true)]
    [InlineData(null, null, "1,2", "1", false)]
    public async Task A_richer_format_is_used_where_every_record_has_it(string? plainToken, string? richToken, string plain, string rich, bool used)
    {
        var portal = Rich()
            .With("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc", Identifiers(plainToken, plain))
            .With("/oai?verb=ListIdentifiers&metadataPrefix=dim", Identifiers(richToken, rich));
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(used ? ["oai:5"] : ["oai:4"], harvested.ById.Keys);
        Assert.Equal(used, harvested.Pages[0].Bookmark!.EndsWith(" dim", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_format_stays_until_everything_is_listed_again_or_the_repository_drops_it()
    {
        var first = await Harvested.Of(platform, source, Rich()
            .With("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc", Identifiers(null, "1"))
            .With("/oai?verb=ListIdentifiers&metadataPrefix=dim", Identifiers(null, "1")));
        const string changed = "/oai?verb=ListRecords&metadataPrefix=dim&from=2026-11-20T00%3A59%3A59Z";
        var second = await Harvested.Of(platform, source, Rich(Earlier.At(1, first)).With(changed, Records("", Dim(6))));
        Assert.Equal(["oai:6"], second.ById.Keys);
        Assert.True(second.Pages[0].Partial);
        Assert.EndsWith(" dim", second.Pages[0].Bookmark, StringComparison.Ordinal);

        var third = await Harvested.Of(platform, source, Rich(Earlier.At(2, first, second)).With(changed, Error("cannotDisseminateFormat")));
        Assert.Equal(["oai:4"], third.ById.Keys);
        Assert.False(third.Pages[0].Partial);
        Assert.DoesNotContain("dim", third.Pages[0].Bookmark, StringComparison.Ordinal);
    }

    private static Portal Rich(PastHarvest? past = null) => new Portal { Past = past ?? Earlier.Nothing }
        .With("/oai?verb=Identify", Identify())
        .With("/oai?verb=ListMetadataFormats", Wrapped("<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix></metadataFormat><metadataFormat><metadataPrefix>dim</metadataPrefix></metadataFormat></ListMetadataFormats>"))
        .With(List, Records("", Course(4)))
        .With("/oai?verb=ListRecords&metadataPrefix=dim", Records("", Dim(5)));

    private static string Identifiers(string? token, string ids) => Wrapped(
        $"<ListIdentifiers>{string.Concat(ids.Split(',').Select(id => $"<header><identifier>oai:{id}</identifier></header>"))}{(token is null ? "" : $"<resumptionToken{token}>t</resumptionToken>")}</ListIdentifiers>");

    private static string Dim(int id) =>
        $"<record><header><identifier>oai:{id}</identifier></header><metadata><dim><field mdschema=\"dc\" element=\"title\">Вигаданий запис {id}</field><field mdschema=\"dc\" element=\"type\">Course</field><field mdschema=\"dc\" element=\"identifier\" qualifier=\"uri\">https://portal.example/handle/{id}</field></dim></metadata></record>";

    [Theory]
    [InlineData("noRecordsMatch", "shows no record")]
    [InlineData("cannotDisseminateFormat", "oai_dc")]
    [InlineData("badVerb", "address:")]
    [InlineData("badArgument", "address:")]
    [InlineData("somethingElse", "somethingElse")]
    public async Task An_error_refuses_the_whole_list_and_says_what_to_do(string code, string says) =>
        Assert.Contains(says, await RefusalOf(source, Repository().With(List, Error(code))), StringComparison.Ordinal);

    [Fact]
    public async Task A_list_that_goes_in_circles_is_refused()
    {
        var portal = Repository().With(List, Records(Token("t"), Course(1))).With("/oai?verb=ListRecords&resumptionToken=t", Records(Token("t"), Course(1)));
        Assert.Contains("in circles", await RefusalOf(source, portal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_without_courses_says_which_types_it_has() =>
        Assert.Contains("\"type:Article\"", await RefusalOf(source, Repository().With(List, Records("", Other(1)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("<html><body>Ласкаво просимо</body></html>", "no answer of OAI-PMH")]
    [InlineData("<OAI-PMH><ListRecords><record>", "not whole XML")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><OAI-PMH>&b;</OAI-PMH>", "DTD")]
    [InlineData("", "not whole XML")]
    public async Task What_is_no_answer_of_a_repository_is_refused(string body, string says) =>
        Assert.Contains(says, await RefusalOf(source, Repository().With(List, body)), StringComparison.Ordinal);

    private async Task<string> RefusalOf(SourceDefinition of, Portal portal) =>
        (await Assert.ThrowsAsync<ListingUnreliableException>(() => PagesAsync(of, portal))).Message;

    private async Task<List<ListingPage>> PagesAsync(SourceDefinition of, Portal portal)
    {
        var pages = new List<ListingPage>();
        await foreach (var page in platform.ReadAsync(of, portal, null, CancellationToken.None)) pages.Add(page);
        return pages;
    }

    private static Portal Repository(string granularity = "YYYY-MM-DDThh:mm:ssZ") => new Portal { Past = Earlier.Nothing }.With("/oai?verb=Identify", Identify(granularity));

    private static Page Answer(PageRequest request, string body) =>
        new() { Request = request, Address = request.Address, Status = System.Net.HttpStatusCode.OK, Body = Encoding.UTF8.GetBytes(body), ContentType = "text/xml" };

    private static string Identify(string granularity = "YYYY-MM-DDThh:mm:ssZ", string seen = "2026-11-20T01:00:00Z") =>
        Wrapped($"<Identify><granularity>{granularity}</granularity><deletedRecord>persistent</deletedRecord></Identify>", seen);

    private static string Wrapped(string content, string seen = "2026-11-20T01:00:00Z") =>
        $"<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><responseDate>{seen}</responseDate>{content}</OAI-PMH>";

    private static string Error(string code) => Wrapped($"<error code=\"{code}\">why</error>");

    private static string Records(string token, params string[] records) => Wrapped($"<ListRecords>{string.Concat(records)}{token}</ListRecords>");

    private static string Token(string token, int? size = null) =>
        $"<resumptionToken{(size is null ? "" : string.Create(CultureInfo.InvariantCulture, $" completeListSize=\"{size}\""))}>{token}</resumptionToken>";

    private static string Course(int id) => Record(id, "Learning Object");

    private static string Other(int id) => Record(id, "Article");

    private static string Deleted(int id) => $"<record><header status=\"deleted\"><identifier>oai:{id}</identifier></header></record>";

    private static string Record(int id, string type) =>
        $"<record><header><identifier>oai:{id}</identifier></header><metadata><dc><title>Вигаданий запис {id}</title><type>{type}</type><identifier>https://portal.example/handle/{id}</identifier></dc></metadata></record>";
}
