using System.Globalization;
using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Keys;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>The OpenAPI 3.1 document: parameters are written from the very sets that check them.</summary>
internal static class OpenApiDocumentation
{
    public const string Name = "v1";

    public static void AddDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.HttpMethod != HttpMethods.Head;
        options.AddDocumentTransformer((document, context, _) =>
        {
            // Where the service is reached stands in its settings; whoever asks by another name is not believed.
            document.Servers = [new() { Url = context.ApplicationServices.GetRequiredService<SearchApiSettings>().PublicAddress?.AbsoluteUri ?? "/", Extensions = new Dictionary<string, IOpenApiExtension> { ["x-internal"] = new JsonNodeExtension(false) } }];
            document.Info = new()
            {
                Title = "DcCourseIndex",
                Version = "1",
                Description = "Відкриті онлайн-курси з українських порталів, знайдені за цифровою компетентністю. Невідомі параметри відхиляються; помилки мають форму application/problem+json (RFC 9457). Інтерфейс може зростати, але те, що тут стоїть, не змінюється.\n\nOpen online courses from Ukrainian portals, found by digital competence. Unknown parameters are refused; errors are application/problem+json (RFC 9457). The API may grow, but what stands here does not change.",
                License = new() { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };
            DescribedTags.AddTo(document);
            return Task.CompletedTask;
        });
        options.AddKeys();
        options.AddSchemaTransformer((schema, context, _) =>
        {
            SchemaTruth.Apply(schema, context.JsonTypeInfo);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var pattern = $"/{context.Description.RelativePath}";
            foreach (var braces in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path) ?? [])
                Describe(braces, pattern);
            foreach (var set in context.Description.ActionDescriptor.EndpointMetadata.OfType<ParameterSet>())
                foreach (var parameter in set.All)
                    (operation.Parameters ??= []).Add(Described(parameter));
            foreach (var examples in context.Description.ActionDescriptor.EndpointMetadata.OfType<IOperationExamples>())
                examples.AddTo(operation);
            DescribedHeaders.AddTo(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryCost>().LastOrDefault());
            foreach (var body in context.Description.ActionDescriptor.EndpointMetadata.OfType<BodyExample>())
                if (operation.RequestBody?.Content is { } forms && forms.TryGetValue("application/json", out var form) && form.Examples is not { Count: > 0 })
                    form.Example = JsonNode.Parse(body.Json);
            foreach (var deprecation in context.ApplicationServices.GetRequiredService<SearchApiSettings>().Deprecations.Where(deprecation => deprecation.Pattern == pattern))
                Mark(operation, deprecation);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiParameter braces, string pattern)
    {
        if (PathParameters.Of(pattern, braces.Name!) is not { } known)
            return;
        braces.Description = known.Description;
        braces.Example = known.Example;
        if (braces.Schema is OpenApiSchema schema)
            schema.MaxLength = Parameter.LongestText;
    }

    private static void Mark(OpenApiOperation operation, Deprecation deprecation)
    {
        if (deprecation.Parameter is null)
            operation.Deprecated = true;
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.Name == deprecation.Parameter) ?? [])
            parameter.Deprecated = true;
    }

    private static OpenApiParameter Described(Parameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Required = parameter.Required,
        Example = parameter.Example is null ? null : parameter.Repeats ? new JsonArray(parameter.Example) : parameter.Example,
        Explode = parameter.Repeats,
        Style = ParameterStyle.Form,
        Schema = parameter.Repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = One(parameter), MaxItems = Parameter.MostValues } : One(parameter),
    };

    private static OpenApiSchema One(Parameter parameter)
    {
        var schema = new OpenApiSchema { Type = parameter.Range is null ? JsonSchemaType.String : JsonSchemaType.Integer, Format = parameter.Range is null ? null : "int32" };
        if (parameter.Range is { } range)
        {
            schema.Minimum = range.Least.ToString(CultureInfo.InvariantCulture);
            schema.Maximum = range.Most.ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            schema.MaxLength = parameter.Longest;
        }
        if (parameter.Values is { } values)
            schema.Enum = [.. values.Select(value => (JsonNode)value)];
        if (parameter.Default is { } given)
            schema.Default = parameter.Range is null ? given : int.Parse(given, CultureInfo.InvariantCulture);
        return schema;
    }
}
