using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Exports;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Tests.Sample;

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Tests.Documentation;

public sealed class OpenApiTests
{
    [Fact]
    public async Task Every_mapped_address_is_in_the_document()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, document) = await site.JsonAsync("/openapi/v1.json");

        Assert.Equal(200, status);
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.Equal(Mapped(site).Select(endpoint => endpoint.RoutePattern.RawText!).Distinct().Order(), document["paths"]!.AsObject().Select(path => path.Key).Order());
    }

    [Fact]
    public async Task The_documented_parameters_are_the_accepted_ones()
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, document) = await site.JsonAsync("/openapi/v1.json");

        foreach (var endpoint in Mapped(site))
        {
            var operation = document["paths"]![endpoint.RoutePattern.RawText!]![endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0].ToLowerInvariant()]!;
            var documented = (operation["parameters"]?.AsArray() ?? []).Where(parameter => (string)parameter!["in"]! == "query").Select(parameter => (string)parameter!["name"]!);
            var accepted = endpoint.Metadata.GetMetadata<ParameterSet>()?.All.Select(parameter => parameter.Name) ?? [];
            Assert.Equal(accepted, documented);
        }
    }

    [Fact]
    public async Task Every_documented_value_is_accepted_and_every_parameter_explained()
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, document) = await site.JsonAsync("/openapi/v1.json");

        foreach (var parameter in document["paths"]!["/api/v1/courses"]!["get"]!["parameters"]!.AsArray())
        {
            Assert.NotEmpty((string)parameter!["description"]!);
            var schema = parameter["schema"]!["items"] ?? parameter["schema"]!;
            foreach (var value in schema["enum"]?.AsArray() ?? [])
            {
                using var response = await site.GetAsync($"/api/v1/courses?{(string)parameter["name"]!}={(string)value!}");
                Assert.Equal(200, (int)response.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_its_problems()
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, document) = await site.JsonAsync("/openapi/v1.json");

        foreach (var (path, operation) in document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(one => (path.Key, one.Value!))))
        {
            Assert.NotEmpty((string)operation["operationId"]!);
            Assert.NotEmpty((string)operation["summary"]!);
            var problems = operation["responses"]!.AsObject().Where(response => response.Key[0] == '4').ToList();
            // The protocols of libraries put what is wrong into their own answers.
            if ((string)operation["tags"]![0]! != "protocols")
                Assert.Equal(path.StartsWith("/api/", StringComparison.Ordinal) || path == "/health/deep", problems.Count > 0);
            Assert.All(problems, problem => Assert.NotNull(problem.Value!["content"]!["application/problem+json"]));
        }
    }

    [Fact]
    public async Task Wire_values_and_either_body_are_described()
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, document) = await site.JsonAsync("/openapi/v1.json");

        Assert.Equal(Wire.All<Price>(), document["components"]!["schemas"]!["Price"]!["enum"]!.AsArray().Select(value => (string)value!));
        var body = document["paths"]!["/api/v1/classify"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
        Assert.Equal(2, body["oneOf"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("/api/v1/courses")]
    [InlineData("/api/v1/courses/{id}")]
    public async Task Every_file_format_is_documented_with_an_example(string path)
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, document) = await site.JsonAsync("/openapi/v1.json");

        var content = document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!.AsObject();

        Assert.Equal(["application/json", .. ExportFormat.All.Select(format => format.Type.Split(';')[0])], content.Select(form => form.Key));
        Assert.Equal("binary", (string)content["application/marc"]!["schema"]!["format"]!);
        Assert.All(content.Skip(1).Where(form => form.Key != "application/marc"), form => Assert.Contains("Invented course", (string)form.Value!["example"]!, StringComparison.Ordinal));
    }

    private static IEnumerable<RouteEndpoint> Mapped(SampleSite site) => site.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) || endpoint.RoutePattern.RawText.StartsWith("/health", StringComparison.Ordinal))
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not null && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true });
}
