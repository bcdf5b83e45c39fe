using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Documentation;

public sealed class ContractTests
{
    private const string Write = "DCCOURSEINDEX_WRITE_OPENAPI";
    private static readonly string File = Path.Combine(RealParts.Root, "docs", "openapi.json");
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_that_portals_have_is_kept_and_up_to_date()
    {
        await using var site = await SampleSite.StartAsync(frameworks: RealParts.Frameworks);
        var (_, now) = await site.JsonAsync("/openapi/v1.json");
        var promised = System.IO.File.Exists(File) ? JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File))! : now;

        var breaks = ContractBreaks.Between(promised, now);

        Assert.True(breaks.Count == 0 || Version(now) > Version(promised),
            $"docs/openapi.json promises more than is served. Keep the promise, or raise the version of the document:\n{string.Join('\n', breaks)}");
        var text = now.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable(Write) == "1")
            await System.IO.File.WriteAllTextAsync(File, text);
        Assert.True(text == await System.IO.File.ReadAllTextAsync(File), $"docs/openapi.json is behind. Run this test with {Write}=1 to write it anew; what portals rely on is checked before.");
    }

    [Fact]
    public async Task Every_input_is_bounded()
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, document) = await site.JsonAsync("/openapi/v1.json");

        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (_, operation) in operations!.AsObject())
            {
                foreach (var parameter in operation!["parameters"]?.AsArray() ?? [])
                    Assert.True(IsBounded(parameter!["schema"]!), $"{path}: {parameter["name"]}");
            }
        }

        Assert.All(document["components"]!["schemas"]!["ClassifyListing"]!["properties"]!.AsObject(), member => Assert.True(IsBounded(member.Value!), member.Key));
    }

    private static bool IsBounded(JsonNode schema) =>
        schema["enum"] is not null || schema["maxLength"] is not null || schema["maximum"] is not null || (schema["maxItems"] is not null && IsBounded(schema["items"]!));

    private static int Version(JsonNode document) => int.Parse(((string)document["info"]!["version"]!).Split('.')[0], CultureInfo.InvariantCulture);
}
