using System.Globalization;
using System.Text;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace DcCourseIndex.SearchApi.Tests.Security;

public sealed class AttackTests
{
    private const string Script = "<script>alert(1)</script>";
    private const string Image = "<img src=x onerror=alert(1)>";
    private const string Host = "evil.example";
    private static readonly string Deep = new('[', 20_000);
    private static readonly string Huge = new('я', 1_100_000);

    private static readonly Lazy<Task<WebApplication>> Server = new(StartedAsync);

    private static readonly Attack[] Attacks =
    [
        // Words of a request in a page.
        new("script in the query of the page", $"/?q={Escaped(Script)}", 200) { Absent = Script },
        new("image in the query of the page", $"/?q={Escaped(Image)}", 200) { Absent = Image },
        new("attribute in the query of the page", $"/?q={Escaped("\" onfocus=alert(1) autofocus x=\"")}", 200) { Absent = "\" onfocus=" },
        new("script in a filter of the page", $"/?provider={Escaped(Script)}", 200) { Absent = Script },
        new("script in the name of a parameter", $"/?{Escaped(Script)}=1", 400) { Absent = Script },
        new("script in the path", $"/{Escaped(Script)}", 404) { Absent = Script },
        new("script in the id of a course", $"/courses/{Escaped(Script)}", 404) { Absent = Script },
        new("script in the name of a source", $"/sources/{Escaped(Script)}", 404) { Absent = Script },
        new("script in the cursor of the page", $"/?cursor={Escaped(Script)}", 400) { Absent = Script },
        new("script in the town of the places", $"/places?near={Escaped(Script)}", 400) { Absent = Script },
        new("script in the query of the widget", $"/widget?view=search&q={Escaped(Script)}", 200) { Absent = Script },
        new("script in the theme of the widget", $"/widget?theme={Escaped("dark\"><script>")}", 400) { Absent = "\"><script>" },
        new("script in the language", $"/?lang={Escaped(Script)}", 400) { Absent = Script },
        new("address of a script as the query", "/?q=javascript:alert(1)", 200) { Absent = "href=\"javascript:" },
        new("script in Accept-Language", "/", 200) { Headers = Header("Accept-Language", Script), Absent = Script },
        new("script in Referer", "/nothing", 404) { Headers = Header("Referer", Script), Absent = Script },
        new("script in User-Agent", "/nothing", 404) { Headers = Header("User-Agent", Script), Absent = Script },
        new("script in an answer that browsers might guess to be HTML", $"/api/v1/suggest?q={Escaped(Script)}&format=opensearch", 200) { Absent = Script },
        // Headers and caches.
        new("line break in the query for a header", "/api/v1/courses?q=%0d%0aSet-Cookie:%20a=b", 200) { Absent = "\r\nSet-Cookie" },
        new("line break in the query of the page for a header", "/?q=a%0d%0aSet-Cookie:%20a=b&provider=%d0%90", 200) { Absent = "\r\nSet-Cookie" },
        new("line break in a filter for a header", "/api/v1/courses?provider=%0d%0aSet-Cookie:%20a=b", 400) { Absent = "\r\nSet-Cookie" },
        new("line break in a course that moved", "/courses/a.b%0d%0aLocation:%20https:%2f%2fevil.example", 404) { Absent = "https://evil.example" },
        new("another host in X-Forwarded-Host", "/api/v1/feed", 200) { Headers = Header("X-Forwarded-Host", Host), Absent = Host },
        new("another host in X-Forwarded-Server", "/sitemap.xml", 200) { Headers = Header("X-Forwarded-Server", Host), Absent = Host },
        new("another host in Forwarded", "/robots.txt", 200) { Headers = Header("Forwarded", $"host={Host};proto=https"), Absent = Host },
        new("another scheme in X-Forwarded-Proto", "/api/v1/feed", 200) { Headers = Header("X-Forwarded-Proto", "gopher"), Absent = "gopher" },
        new("another path in X-Original-URL", "/api/v1/courses", 200) { Headers = Header("X-Original-URL", "/sources"), Absent = "\"alive\"" },
        new("another path in X-Rewrite-URL", "/api/v1/courses", 200) { Headers = Header("X-Rewrite-URL", "/sources"), Absent = "\"alive\"" },
        new("another method in X-HTTP-Method-Override", "/api/v1/courses", 200) { Headers = Header("X-HTTP-Method-Override", "DELETE") },
        new("page of another site as the place to go to", "//evil.example/%2e%2e", 200, 404) { Absent = "//evil.example" },
        // Files.
        new("path that climbs", "/assets/../../../../etc/passwd", 404) { Absent = "root:" },
        new("path that climbs, escaped", "/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404) { Absent = "root:" },
        new("path that climbs, escaped twice", "/assets/%252e%252e%252fetc%252fpasswd", 404) { Absent = "root:" },
        new("path that climbs by backslashes", "/assets/..%5c..%5cdccourseindex.yml", 404) { Absent = "contact" },
        new("id that is a path", "/api/v1/courses/..%2F..%2Fdccourseindex.yml", 404) { Absent = "contact" },
        new("document that is a path", "/openapi/..%2f..%2fappsettings.json", 404),
        new("settings", "/config/dccourseindex.yml", 404),
        new("catalogue", "/catalogue.sqlite", 404),
        new("dump as a path", "/api/v1/dump/../../../catalogue.sqlite", 404),
        // Numbers, ids, cursors.
        new("huge id", $"/api/v1/courses/{new string('a', 3000)}", 404),
        new("huge number of a run", $"/api/v1/sources/prometheus/runs/{new string('9', 400)}", 404),
        new("huge limit", "/api/v1/courses?limit=2147483648", 400),
        new("negative limit", "/api/v1/courses?limit=-1", 400),
        new("limit in other digits", "/api/v1/courses?limit=%D9%A3", 400),
        new("huge revision", $"/api/v1/changes?after={new string('9', 60)}", 400),
        new("long query", $"/api/v1/courses?q={new string('a', 1001)}", 400),
        new("very many values", $"/api/v1/courses?{string.Join('&', Enumerable.Repeat("level=foundation", 101))}", 400),
        new("very many parameters", $"/api/v1/courses?{string.Join('&', Enumerable.Range(0, 900).Select(number => $"a{number}=1"))}", 400),
        new("null octet in an id", "/api/v1/courses/prometheus.DC101%00.json", 400, 404),
        new("null octet in the query", "/api/v1/courses?q=a%00b", 400),
        new("half a letter", "/api/v1/courses?q=%ED%A0%BD", 200, 400),
        new("octets that are no text", "/api/v1/courses?q=%FF%FE", 200, 400),
        new("forged cursor", "/api/v1/courses?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 400),
        new("cursor of runs that is SQL", $"/api/v1/sources/prometheus/runs?cursor={Escaped("1 or 1=1")}", 400),
        new("SQL in a filter", $"/api/v1/courses?source={Escaped("x' or '1'='1")}", 400),
        new("SQL in the query", $"/api/v1/courses?q={Escaped("'; drop table courses; --")}", 200),
        new("query language of the engine", $"/api/v1/courses?q={Escaped("title:* NEAR(a b, 5) OR \"")}", 200),
        // Addresses that the service might be made to ask.
        new("address as a query", $"/api/v1/courses?q={Escaped("http://169.254.169.254/latest/meta-data/")}", 200),
        new("address as a parameter", "/api/v1/courses?url=http://127.0.0.1:22/", 400),
        new("address as a call back", "/api/v1/courses?callback=alert", 400),
        new("address as a source", $"/api/v1/courses?source={Escaped("http://127.0.0.1/")}", 400),
        new("picture of another address", "/courses/prometheus.DC101?image=http://127.0.0.1/", 400),
        // Bodies.
        new("huge body", "/api/v1/classify", 413) { Method = "POST", Body = $"{{\"title\":\"{Huge}\",\"summary\":\"\"}}" },
        new("deep body", "/api/v1/classify", 400) { Method = "POST", Body = Deep },
        new("very many listings", "/api/v1/classify", 400) { Method = "POST", Body = $"[{string.Join(',', Enumerable.Repeat("{\"title\":\"a\",\"summary\":\"\"}", 101))}]" },
        new("member that names a type", "/api/v1/classify", 400) { Method = "POST", Body = "{\"$type\":\"System.Diagnostics.Process\",\"title\":\"a\",\"summary\":\"\"}", Absent = "System.Diagnostics" },
        new("member twice", "/api/v1/classify", 400) { Method = "POST", Body = "{\"title\":\"a\",\"title\":\"b\",\"summary\":\"\"}" },
        new("body that is no JSON", "/api/v1/classify", 400) { Method = "POST", Body = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", Absent = "root:" },
        new("script in a listing", "/api/v1/classify", 200) { Method = "POST", Body = $"{{\"title\":\"{Script} медіаграмотність\",\"summary\":\"\"}}", Absent = Script },
        new("listing that takes long to match", "/api/v1/classify", 200) { Method = "POST", Body = $"{{\"title\":\"{new string('(', 5000)}\",\"summary\":\"{string.Concat(Enumerable.Repeat("<b>", 5000))}\"}}" },
        // Methods.
        new("writing where is only read", "/api/v1/courses", 405) { Method = "DELETE" },
        new("echo of a request", "/api/v1/courses", 405) { Method = "TRACE", Headers = Header("X-Secret", "echoed"), Absent = "echoed" },
        new("method that nobody knows", "/", 405) { Method = "JEFF" },
        new("key that is none", "/api/v1/courses", 200) { Headers = Header("Authorization", $"Bearer dci_{new string('a', 500)}") },
    ];

    private static IEnumerable<Attack> All => Attacks.Concat(ProtocolAttacks.All);

    public static TheoryData<string> Names => [.. All.Select(attack => attack.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_met_as_it_should_be_and_tells_nothing(string name)
    {
        var attack = All.Single(attack => attack.Name == name);
        var server = await Server.Value;
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new HttpMethod(attack.Method), new Uri($"{server.Urls.Single()}{attack.Address}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        foreach (var (header, value) in attack.Headers)
            Assert.True(request.Headers.TryAddWithoutValidation(header, value));
        if (attack.Body is not null)
            request.Content = new StringContent(attack.Body, Encoding.UTF8, attack.Type);

        using var answer = await client.SendAsync(request);

        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(attack.Met.Contains((int)answer.StatusCode), string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode}\n{body}"));
        var said = $"{answer.Headers}{answer.Content.Headers}\n{body}";
        Assert.DoesNotContain(attack.Absent, said, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        // What the server itself refuses has no body that a browser could misread.
        Assert.True(body.Length == 0 || answer.Headers.GetValues("X-Content-Type-Options").Single() == "nosniff");
        // Where the program stands and of what it is made is nobody's business.
        Assert.All(["   at ", "System.", "Microsoft.", ".cs:line", "/work/", "SQLite"], trace => Assert.DoesNotContain(trace, said.Replace("System.Diagnostics", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/courses/bad.1")]
    [InlineData("/widget")]
    [InlineData("/api/v1/courses")]
    [InlineData("/api/v1/feed")]
    [InlineData("/api/v1/feed?format=rss")]
    [InlineData("/api/v1/courses?format=marcxml")]
    [InlineData("/sru?version=1.2&operation=searchRetrieve&query=cql.allRecords%3D1")]
    [InlineData("/sru?version=1.2&operation=searchRetrieve&query=cql.allRecords%3D1&recordSchema=marcxml")]
    [InlineData("/api/v1/moochub/courses")]
    [InlineData("/api/v1/amb")]
    [InlineData("/api/v1/opds")]
    [InlineData("/api/v1/oembed?url=http%3A%2F%2Flocalhost%2Fcourses%2Fbad.1")]
    [InlineData("/api/v1/oembed?url=http%3A%2F%2Flocalhost%2F&format=xml")]
    [InlineData("/courses/bad.1/print")]
    [InlineData("/api/v1/suggest?q=alert")]
    public async Task What_a_portal_hides_in_a_course_stays_text(string address)
    {
        await using var site = await SampleSite.StartAsync([HostileCourse.Of($"{Script}{Image}", $"{Image}</textarea>{Script}", $"{Script}]]>", Image)]);

        using var answer = await site.GetAsync(address);

        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.DoesNotContain(Script, body, StringComparison.Ordinal);
        Assert.DoesNotContain(Image, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_in_a_course_stays_text_in_a_spreadsheet()
    {
        await using var site = await SampleSite.StartAsync([HostileCourse.Of(HostileCourse.Formula, "+1+1", "@SUM(A1)")]);

        var csv = await site.Client.GetStringAsync(new Uri("/api/v1/courses?format=csv", UriKind.Relative));

        Assert.All([",=", ",\"=", ",+", ",\"+", ",@", ",\"@"], start => Assert.DoesNotContain(start, csv, StringComparison.Ordinal));
    }

    // The real server, because it is the first to read what is sent; one for all attacks.
    private static async Task<WebApplication> StartedAsync()
    {
        var server = SampleSite.Build(
            new SampleSearcher(SampleCourses.All, SampleFrameworks.All), new(), null, static web => web.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(ServerLimits.Set));
        await server.StartAsync();
        return server;
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    private static Dictionary<string, string> Header(string name, string value) => new(StringComparer.Ordinal) { [name] = value };
}
