using System.Globalization;
using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;
using FsCheck;
using FsCheck.Fluent;

namespace DcCourseIndex.SearchApi.Tests.Documentation;

public sealed class GeneratedRequestTests
{
    private const int Size = 10;

    // Enough to meet every parameter on a loaded machine; the variable asks for more.
    private static readonly int Requests = int.Parse(Environment.GetEnvironmentVariable("DCCOURSEINDEX_GENERATED_REQUESTS") ?? "150", CultureInfo.InvariantCulture);

    private static readonly string[] Odd =
    [
        "", " ", "0", "-1", "101", "1e9", "99999999999999999999", "null", "undefined", "true", "кібербезпека", "<script>alert(1)</script>", "' or 1=1 --", "../../etc/passwd", "%00", "a\u0301\u200f", "\"", "*", "a*", "\"a b\"", "a AND (b",
        "id,title", "1.2", "uk", "en-GB", "2026-11-22", "50.45,30.52", "91,181", "𝒳🙂", "\ud83d", new string('я', 900), "00000000000000000000000000", "prometheus.DC101", "prometheus", "after-1",
    ];

    [Fact]
    public async Task No_request_that_the_document_allows_or_forbids_breaks_the_service_or_its_promise()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        var (_, document) = await real.Site.JsonAsync("/openapi/v1.json");
        var schema = new AnswerSchema(document);
        var seed = (ulong)Requests;

        foreach (var (operation, address) in Request(document).Sample(Requests, new Rnd(seed), Size))
        {
            using var answer = await real.Site.GetAsync(address);
            var body = await answer.Content.ReadAsStringAsync();

            Assert.True((int)answer.StatusCode < 500, $"{address}: {answer.StatusCode}\n{body}");
            Assert.True(schema.Objection(operation, (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, body) is not { } objection, $"{address}: {(int)answer.StatusCode}: {schema.Objection(operation, (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, body)}");
        }
    }

    private static Gen<(JsonNode Operation, string Address)> Request(JsonNode document) => Gen.OneOf(document["paths"]!.AsObject()
        .Where(path => path.Value!["get"] is not null && path.Value["get"]!["security"] is null && !path.Key.StartsWith("/health", StringComparison.Ordinal))
        .Select(path => Addresses(path.Key, path.Value!["get"]!)));

    private static Gen<(JsonNode Operation, string Address)> Addresses(string path, JsonNode operation)
    {
        var parameters = operation["parameters"]?.AsArray().Select(parameter => parameter!).ToList() ?? [];
        var filled = parameters.Where(parameter => (string)parameter["in"]! == "path").Aggregate(Gen.Constant(path), (so, parameter) =>
            from address in so
            from value in Value(parameter)
            select address.Replace($"{{{(string)parameter["name"]!}}}", Uri.EscapeDataString(value.Length == 0 ? "-" : value.Replace("\ud83d", "", StringComparison.Ordinal)), StringComparison.Ordinal));
        var query = parameters.Where(parameter => (string)parameter["in"]! == "query").ToList();
        return
            from address in filled
            from count in Gen.Choose(0, Math.Min(3, query.Count))
            from chosen in Gen.ArrayOf(query.Count == 0 ? Gen.Constant("") : Gen.OneOf(query.Select(Pair)), count)
            select (operation, chosen.Length == 0 ? address : $"{address}?{string.Join('&', chosen)}");
    }

    private static Gen<string> Pair(JsonNode parameter) => Value(parameter).Select(value => $"{(string)parameter["name"]!}={Uri.EscapeDataString(value)}");

    // Mostly what the document allows, at times anything.
    private static Gen<string> Value(JsonNode parameter)
    {
        var schema = parameter["schema"]?["items"] ?? parameter["schema"];
        var good = schema?["enum"] is JsonArray values ? Gen.Elements(values.Select(value => (string)value!))
            : schema?["minimum"] is not null ? Gen.Choose((int)schema["minimum"]!, (int)schema["maximum"]!).Select(number => number.ToString(CultureInfo.InvariantCulture))
            : Example(parameter) is { } example ? Gen.Constant(example)
            : Gen.Elements(Odd);
        return Gen.Frequency((4, good), (1, Gen.Elements(Odd)));
    }

    private static string? Example(JsonNode parameter) => parameter["example"] switch { JsonArray several => (string?)several[0], { } one => one.ToString(), null => null };
}
