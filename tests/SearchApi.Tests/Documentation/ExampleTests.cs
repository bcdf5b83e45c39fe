using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Documentation;

public sealed class ExampleTests
{
    [Fact]
    public async Task Every_example_of_a_parameter_or_body_is_answered()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        var (_, document) = await real.Site.JsonAsync("/openapi/v1.json");
        var schema = new AnswerSchema(document);
        var ran = 0;

        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                // What needs a key, and lists, whose numbers and keys only their makers know, have tests of their own.
                if (operation!["security"] is not null || path == "/api/v1/lists/{id}")
                    continue;
                foreach (var address in Addresses(path, operation).Select(example => OfThisSite(example, real.Site)))
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), address);
                    if (operation["requestBody"]?["content"]?["application/json"] is { } body)
                        request.Content = new StringContent((body["example"] ?? body["examples"]!.AsObject().First().Value!["value"])!.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
                    using var answer = await real.Site.Client.SendAsync(request);
                    var text = await answer.Content.ReadAsStringAsync();
                    Assert.True(answer.IsSuccessStatusCode, $"{method} {address}: {answer.StatusCode}\n{text}");
                    Assert.Null(schema.Objection(operation, (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, text));
                    ran++;
                }
            }
        }

        Assert.True(ran > 25, $"Only {ran} examples.");
    }

    [Fact]
    public async Task Every_example_of_an_answer_has_the_form_that_is_promised()
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, document) = await site.JsonAsync("/openapi/v1.json");
        var schema = new AnswerSchema(document);

        foreach (var (path, operations) in document["paths"]!.AsObject())
            foreach (var (method, operation) in operations!.AsObject())
                foreach (var (status, answer) in operation!["responses"]!.AsObject())
                    foreach (var (type, form) in answer!["content"]?.AsObject() ?? [])
                        if (form!["example"] is { } example && type.EndsWith("json", StringComparison.Ordinal))
                            Assert.True(schema.Objection(operation, int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), type, example is JsonValue ? "null" : example.ToJsonString()) is null, $"{method} {path} {status} {type}");
    }

    // An address that an example gives in full lies on another host than the test's.
    internal static string OfThisSite(string example, SampleSite site) => example.Replace(
        Uri.EscapeDataString("https://courses.example.org/courses/sample.101"), Uri.EscapeDataString(new Uri(site.Client.BaseAddress!, "/courses/prometheus.DC101").AbsoluteUri), StringComparison.Ordinal);

    // With what is needed, and then with each example beside it.
    private static IEnumerable<string> Addresses(string path, JsonNode operation)
    {
        var parameters = operation["parameters"]?.AsArray().Select(parameter => parameter!).ToList() ?? [];
        var filled = parameters.Where(parameter => (string)parameter["in"]! == "path").Aggregate(path, (address, parameter) =>
            address.Replace($"{{{(string)parameter["name"]!}}}", Text(parameter) ?? throw new InvalidOperationException($"{path}: {parameter["name"]} has no example."), StringComparison.Ordinal));
        var needed = parameters.Where(parameter => (string)parameter["in"]! == "query" && (bool?)parameter["required"] == true).Select(Pair).ToList();
        yield return Joined(filled, needed);
        foreach (var parameter in parameters.Where(parameter => (string)parameter["in"]! == "query" && (bool?)parameter["required"] != true && Text(parameter) is not null))
            yield return Joined(filled, [.. needed, Pair(parameter)]);
    }

    private static string Joined(string path, List<string> pairs) => pairs.Count == 0 ? path : $"{path}?{string.Join('&', pairs)}";

    private static string Pair(JsonNode parameter) =>
        $"{parameter["name"]}={Uri.EscapeDataString(Text(parameter) ?? throw new InvalidOperationException($"{parameter["name"]} is needed and has no example."))}";

    private static string? Text(JsonNode parameter) => parameter["example"] switch { JsonArray several => (string?)several[0], { } one => one.ToString(), null => null };
}
