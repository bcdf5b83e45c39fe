using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Tests.Platforms;

/// <summary>
/// A folder with an answer (<c>page.html</c>, <c>.json</c>, <c>.xml</c> or <c>.txt</c>, invented) and <c>expected.json</c>: the address it came from, which reader reads it,
/// and what that must make of it. A new folder is a new test.
/// </summary>
internal sealed record Fixture(string Name, byte[] Body, string ContentType, Uri Address, string Reader, JsonNode? Result)
{
    private static readonly JsonSerializerOptions Shown = new(Wire.Json)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Folder(string platform) => Path.Combine(Workspace.Root, "tests", "Crawler.Tests", "Platforms", platform, "fixtures");

    public static IEnumerable<string> All(string platform) => Directory.GetDirectories(Folder(platform)).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    public static Fixture Load(string platform, string name)
    {
        var folder = Path.Combine(Folder(platform), name);
        var file = Directory.GetFiles(folder, "page.*").Single();
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        return new Fixture(
            name,
            File.ReadAllBytes(file),
            Path.GetExtension(file) switch { ".json" => "application/json", ".xml" => "text/xml", ".txt" => "text/plain", _ => "text/html" },
            new Uri(expected["address"]!.GetValue<string>()),
            expected["reader"]!.GetValue<string>(),
            expected["result"]);
    }

    public Page Page(byte[]? body = null) => new()
    {
        Request = new PageRequest(Address),
        Address = Address,
        Status = System.Net.HttpStatusCode.OK,
        Body = body ?? Body,
        ContentType = ContentType,
    };

    /// <summary>Compares by value; the message holds what was read, in the form of the file.</summary>
    public void Expect(object? read)
    {
        var actual = JsonSerializer.SerializeToNode(read, Shown);
        if (!JsonNode.DeepEquals(actual, Result)) Assert.Fail($"{Name}/expected.json does not say what was read:\n{actual?.ToJsonString(Shown) ?? "null"}");
    }

    /// <summary>The answer as broken lines and odd servers deliver it: 20 times cut short, 20 times with one byte changed. Same seed, same bodies.</summary>
    public IEnumerable<byte[]> Broken(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20; i++) yield return Body[..random.Next(Body.Length)];
        for (var i = 0; i < 20; i++)
        {
            var changed = Body.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            yield return changed;
        }

        yield return [];
        yield return new byte[512];
    }
}
