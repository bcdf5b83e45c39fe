using System.Buffers.Text;
using System.IO.Compression;
using DcCourseIndex.SearchApi.Lists;

namespace DcCourseIndex.SearchApi.Tests.Security;

/// <summary>Attacks by way of the protocols of libraries, portals and assistants, and by what an address or a form carries.</summary>
internal static class ProtocolAttacks
{
    private const string Script = "<script>alert(1)</script>";
    private const string Entity = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
    private const string Inside = "http://169.254.169.254/latest/meta-data/";
    private const string Form = "application/x-www-form-urlencoded";

    public static readonly Attack[] All =
    [
        // CQL and XML.
        new("XML in the query of SRU", Sru($"</zs:searchRetrieveResponse>{Script}"), 200) { Absent = Script },
        new("script in the name of an index of SRU", Sru($"dc.{Script} = a"), 200) { Absent = Script },
        new("script in the format of SRU", $"{Sru("a")}&recordSchema={Escaped(Script)}", 200) { Absent = Script },
        new("entity in the query of SRU", Sru(Entity), 200) { Absent = "root:" },
        new("CQL that closes the quotes of another", Sru("dc.title = \"a\" or cql.allRecords = 1 or dc.title = \""), 200) { Absent = "recordData" },
        new("CQL that speaks to the engine", Sru("dc.title = \"title:* NEAR(a b, 5) OR\""), 200) { Absent = "recordData" },
        new("CQL that speaks SQL", Sru("rec.id = \"x' or '1'='1\""), 200) { Absent = "recordData" },
        new("CQL in very many brackets", Sru(new string('(', 900) + "a" + new string(')', 900)), 200) { Absent = "recordData" },
        new("CQL with very many words between", Sru(string.Join(" or ", Enumerable.Repeat("a", 400))), 200) { Absent = "recordData" },
        new("style sheet of another site for SRU", $"{Sru("a")}&stylesheet={Escaped("https://evil.example/x.xsl")}", 200) { Absent = "xml-stylesheet" },
        new("huge number of a record of SRU", $"{Sru("a")}&startRecord={new string('9', 40)}", 200) { Absent = "recordData" },
        new("XML in the verb of OAI-PMH", $"/oai?verb={Escaped($"</request>{Script}")}", 200) { Absent = Script },
        new("XML in the identifier of OAI-PMH", $"/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier={Escaped($"\"/>{Script}")}", 200) { Absent = Script },
        new("forged resumption token", $"/oai?verb=ListRecords&resumptionToken={Escaped($"{Script}!0!9999999999999999999")}", 200) { Absent = Script },
        new("SQL in a set of OAI-PMH", $"/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&set={Escaped("source:x' or '1'='1")}", 200) { Absent = "<header" },
        new("day that there is not", "/oai?verb=ListRecords&metadataPrefix=oai_dc&from=9999-99-99", 200) { Absent = "<record" },
        new("argument name that is XML", $"/oai?verb=Identify&{Escaped("a=\"><b")}=1", 200) { Absent = "\"><b" },
        new("entity sent to OAI-PMH", "/oai", 200) { Method = "POST", Body = Entity, Type = "text/xml", Absent = "root:" },
        new("very many fields sent to OAI-PMH", "/oai", 400) { Method = "POST", Body = string.Join('&', Enumerable.Range(0, 500).Select(number => $"a{number}=1")), Type = Form },
        new("huge form sent to OAI-PMH", "/oai", 413) { Method = "POST", Body = $"verb={new string('a', 100_000)}", Type = Form },
        // Addresses that the service might be made to ask, or send people to.
        new("address of the machine's own network to embed", $"/api/v1/oembed?url={Escaped(Inside)}", 404) { Absent = "ami-id" },
        new("file to embed", $"/api/v1/oembed?url={Escaped("file:///etc/passwd")}", 404) { Absent = "root:" },
        new("other machine behind a name to embed", $"/api/v1/oembed?url={Escaped("http://127.0.0.1:22@evil.example/courses/a.b")}", 404) { Absent = "<a href" },
        new("script to embed", $"/api/v1/oembed?url={Escaped("javascript:alert(1)//courses/a.b")}", 404) { Absent = "javascript:alert" },
        new("call back for what is embedded", $"/api/v1/oembed?url={Escaped(Inside)}&callback=alert", 400) { Absent = "alert(" },
        new("address in a listing", "/api/v1/classify", 200, 400) { Method = "POST", Body = $"{{\"title\":\"a\",\"summary\":\"\",\"url\":\"{Inside}\"}}", Absent = "ami-id" },
        new("style of another site for the widget", "/widget?css=https://evil.example/x.css", 400) { Absent = "evil.example/x.css" },
        new("another site as the place to go back to", "/list/add", 302) { Method = "POST", Body = "list=&id=prometheus.DC101&back=https%3A%2F%2Fevil.example%2F", Type = Form, Absent = "evil.example" },
        new("another site without a scheme as the place to go back to", "/list/add", 302) { Method = "POST", Body = "list=&id=prometheus.DC101&back=%2F%2Fevil.example%2F", Type = Form, Absent = "evil.example" },
        new("another site by a backslash as the place to go back to", "/list/add", 302) { Method = "POST", Body = "list=&id=prometheus.DC101&back=%2F%5Cevil.example%2F", Type = Form, Absent = "evil.example" },
        // What caches between might keep for others.
        new("origin of another site", "/api/v1/courses", 200) { Headers = Header("Origin", "https://evil.example"), Absent = "evil.example" },
        new("prefix of another path", "/api/v1/feed", 200) { Headers = Header("X-Forwarded-Prefix", "/evil"), Absent = "/evil" },
        new("tag that is everything", "/api/v1/courses", 304) { Headers = Header("If-None-Match", "*") },
        new("very many tags", "/api/v1/courses", 200) { Headers = Header("If-None-Match", string.Join(", ", Enumerable.Repeat("\"a\"", 800))) },
        new("very many pieces of the dump", "/api/v1/dump", 200, 206, 416) { Headers = Header("Range", $"bytes={string.Join(',', Enumerable.Range(0, 500).Select(number => $"{number}-{number}"))}") },
        new("key in an address", "/api/v1/courses?key=dci_secret", 400) { Absent = "dci_secret" },
        // Lists in an address, and assistants.
        new("list that is small packed and huge unpacked", $"/api/v1/lists?list={Bomb()}", 400),
        new("list with a script for a name", $"/list?list={ListCode.Write(new(Script, Script, []))}", 200) { Absent = Script },
        new("huge number of a list", $"/api/v1/lists/{new string('9', 3000)}", 404),
        new("key of a list that is SQL", "/api/v1/lists/aaaaaaaaaa", 404) { Method = "DELETE", Headers = Header("List-Key", "' or '1'='1") },
        new("tool that there is not", "/mcp", 200) { Method = "POST", Body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"delete\"}}", Absent = "\"result\"" },
        new("deep message of an assistant", "/mcp", 400) { Method = "POST", Body = new string('[', 20_000) },
        new("huge message of an assistant", "/mcp", 413) { Method = "POST", Body = $"{{\"jsonrpc\":\"2.0\",\"a\":\"{new string('a', 100_000)}\"}}" },
        new("deep learning path", "/api/v1/path", 400) { Method = "POST", Body = string.Concat(Enumerable.Repeat("{\"earlier\":", 1000)) },
        new("learning path for a script", "/api/v1/path", 400) { Method = "POST", Body = $"{{\"levels\":{{\"{Script}\":\"none\"}}}}", Absent = Script },
    ];

    private static string Sru(string query) => $"/sru?version=1.2&operation=searchRetrieve&query={Escaped(query)}";

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    private static Dictionary<string, string> Header(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    // Fifty megabytes of nothing in some dozens of octets.
    private static string Bomb()
    {
        using var packed = new MemoryStream();
        packed.WriteByte(1);
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(new byte[50_000_000]);
        return Base64Url.EncodeToString(packed.ToArray());
    }
}
