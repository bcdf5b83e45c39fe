using System.Xml.Linq;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Sru;

/// <summary>SRU over a real index.</summary>
public sealed class SruTests(SruTests.SruSite site) : IClassFixture<SruTests.SruSite>
{
    private static readonly XNamespace Older = "http://www.loc.gov/zing/srw/";
    private static readonly XNamespace Newer = "http://docs.oasis-open.org/ns/search-ws/sruResponse";

    [Theory]
    [InlineData("Медіаграмотність", "prometheus.DC101")]
    [InlineData("медіаграмотності", "prometheus.DC101")]
    [InlineData("dc.title = \"для громадян\"", "prometheus.DC101")]
    [InlineData("dc.title = \"громадян для\"", "")]
    [InlineData("dc.title all \"громадян для\"", "prometheus.DC101")]
    [InlineData("dc.title any \"python кераміка\"", "dl-sample.7 prometheus.PY1")]
    [InlineData("dc.title == \"Кераміка для початківців\"", "dl-sample.7")]
    [InlineData("dc.title exact \"Кераміка\"", "")]
    [InlineData("dc.title = новини", "")]
    [InlineData("dc.subject = новини", "prometheus.DC101")]
    [InlineData("dc.subject = 3.4", "prometheus.PY1")]
    [InlineData("dc.publisher = \"масової інформації\"", "prometheus.DC101")]
    [InlineData("dc.creator = Зразкова", "author.1")]
    [InlineData("dc.language = en", "prometheus.PY1")]
    [InlineData("dc.language = eng", "prometheus.PY1")]
    [InlineData("dc.language = fre", "")]
    [InlineData("rec.id = dl-sample.42", "dl-sample.42")]
    [InlineData("rec.id = \"../etc\"", "")]
    [InlineData("python or кераміка", "dl-sample.7 prometheus.PY1")]
    [InlineData("python and dc.language = uk", "")]
    [InlineData("dc.title any \"python кераміка\" not dc.language = en", "dl-sample.7")]
    [InlineData("cql.allRecords = 1 not dc.language any \"uk en\"", "dl-sample.7")]
    [InlineData("rec.id any \"dl-sample.42 dl-sample.7\"", "dl-sample.42 dl-sample.7")]
    public async Task A_query_finds_what_it_means(string query, string ids)
    {
        var answer = await site.AskAsync($"version=1.2&operation=searchRetrieve&maximumRecords=50&recordSchema=marcxml&query={Uri.EscapeDataString(query)}");

        Assert.DoesNotContain(answer.Descendants(), element => element.Name.LocalName == "diagnostic");
        Assert.Equal(ids, string.Join(' ', answer.Descendants().Where(element => (string?)element.Attribute("tag") == "001").Select(element => element.Value).Order(StringComparer.Ordinal)));
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, (int)answer.Element(Older + "numberOfRecords")!);
    }

    [Theory]
    [InlineData("1.1", "http://www.loc.gov/zing/srw/", "recordPacking")]
    [InlineData("1.2", "http://www.loc.gov/zing/srw/", "recordPacking")]
    [InlineData("2.0", "http://docs.oasis-open.org/ns/search-ws/sruResponse", "recordXMLEscaping")]
    public async Task Each_version_speaks_its_own_words(string version, string spoken, string packing)
    {
        var answer = await site.AskAsync($"version={version}&query=python&{packing}=string");
        var record = answer.Descendants(XName.Get("record", spoken)).Single();

        Assert.Equal((XName.Get("searchRetrieveResponse", spoken), version), (answer.Name, answer.Elements().First().Value));
        Assert.Equal("string", record.Element(XName.Get(packing, spoken))!.Value);
        Assert.Contains("Programming in Python", XElement.Parse(record.Element(XName.Get("recordData", spoken))!.Value).Value, StringComparison.Ordinal);
        Assert.Equal("info:srw/schema/1/dc-v1.1", record.Element(XName.Get("recordSchema", spoken))!.Value);
    }

    [Fact]
    public async Task Records_are_counted_and_paged()
    {
        var first = await site.AskAsync("version=1.2&operation=searchRetrieve&query=dc.title%3Dтаблиці&maximumRecords=7");
        var second = await site.AskAsync("version=1.2&operation=searchRetrieve&query=таблиці&startRecord=148&maximumRecords=7");
        var beyond = await site.AskAsync("version=1.2&operation=searchRetrieve&query=таблиці&startRecord=151");

        Assert.Equal(("150", "8"), (first.Element(Older + "numberOfRecords")!.Value, first.Element(Older + "nextRecordPosition")!.Value));
        Assert.Equal(["148", "149", "150"], second.Descendants(Older + "recordPosition").Select(position => position.Value));
        Assert.Null(second.Element(Older + "nextRecordPosition"));
        Assert.Equal("info:srw/diagnostic/1/61", Diagnostic(beyond));
    }

    [Theory]
    [InlineData("operation=scan", 4)]
    [InlineData("version=3.0&query=a", 5)]
    [InlineData("query=a&queryType=sql", 6)]
    [InlineData("query=a&startRecord=0", 6)]
    [InlineData("query=a&startRecord=-1", 6)]
    [InlineData("query=a&maximumRecords=99999999999999999999", 6)]
    [InlineData("query=a&query=b", 6)]
    [InlineData("operation=searchRetrieve", 7)]
    [InlineData("query=a&colour=red", 8)]
    [InlineData("query=a%20b", 10)]
    [InlineData("query=%01%22%3E%3Cx%3E", 14)]
    [InlineData("query=x.y%3D1", 15)]
    [InlineData("query=dc.%3Cscript%3E%3D1", 16)]
    [InlineData("query=a&recordSchema=mods", 66)]
    [InlineData("version=1.2&operation=searchRetrieve&query=a&recordPacking=zip", 71)]
    [InlineData("query=a&sortKeys=title", 80)]
    [InlineData("query=a&stylesheet=http://evil.example/x.xsl", 110)]
    public async Task What_cannot_be_served_is_said_by_number(string query, int number) =>
        Assert.Equal($"info:srw/diagnostic/1/{number}", Diagnostic(await site.AskAsync(query)));

    [Theory]
    [InlineData("")]
    [InlineData("operation=explain&version=1.2")]
    [InlineData("version=2.0")]
    public async Task It_explains_itself(string query)
    {
        var answer = await site.AskAsync(query);
        XNamespace zeerex = "http://explain.z3950.org/dtd/2.0/";

        Assert.Equal("explainResponse", answer.Name.LocalName);
        Assert.Equal(8, answer.Descendants(zeerex + "index").Count());
        Assert.Equal("sru", answer.Descendants(zeerex + "database").Single().Value);
    }

    [Fact]
    public async Task Extensions_are_passed_over() => Assert.Equal(Newer + "searchRetrieveResponse", (await site.AskAsync("query=python&x-colour=red")).Name);

    [CheckedBy("yaz-client", "yaz")]
    public async Task Yaz_client_searches_and_retrieves()
    {
        await using var app = await site.Real.ServeAsync();
        foreach (var (method, schema) in new[] { ("get 1.2", "marcxml"), ("get 2.0", "dc") })
        {
            var script = $"sru {method}\nopen {app.Urls.First()}/sru\nquerytype cql\nschema {schema}\nfind dc.title=python\nshow 1\nfind dc.nothing=1\nquit\n";
            var (code, output, _) = await Checker.RunAsync("yaz-client", System.Text.Encoding.UTF8.GetBytes(script), "-f", "{}");

            Assert.Equal(0, code);
            Assert.Contains("Number of hits: 1", output, StringComparison.Ordinal);
            Assert.Contains("Programming in Python for everybody", output, StringComparison.Ordinal);
            Assert.Contains("info:srw/diagnostic/1/16", output, StringComparison.Ordinal);
        }
    }

    private static string? Diagnostic(XElement answer) => answer.Descendants().SingleOrDefault(element => element.Name.LocalName == "uri")?.Value;

    /// <summary>The four samples, one with an author, and 150 that are alike.</summary>
    public sealed class SruSite : IAsyncLifetime
    {
        private RealSite? site;

        internal RealSite Real => site!;

        public async Task InitializeAsync() => site = await RealSite.StartAsync(
        [
            .. SampleCourses.All, .. SampleCourses.Many(150),
            SampleCourses.Known(new() { Id = "author.1", Source = "author", SourceId = "1", Title = "Інше", Url = "https://a.example/1", Language = "uk", Authors = ["Олена Зразкова"] }, Tagging.None),
        ]);

        public async Task DisposeAsync() => await site!.DisposeAsync();

        internal async Task<XElement> AskAsync(string query)
        {
            using var response = await site!.Site.GetAsync($"/sru?{query}");
            Assert.Equal((200, "application/xml"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            return XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        }
    }
}
