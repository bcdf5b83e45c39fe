using Microsoft.OpenApi;

namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>Says in the OpenAPI document that a body is one thing or an array of it.</summary>
internal static class OneOrMany
{
    public static void Widen(OpenApiMediaType? body, int most)
    {
        if (body is { Schema: { } one })
            body.Schema = new OpenApiSchema { OneOf = [one, new OpenApiSchema { Type = JsonSchemaType.Array, Items = one, MaxItems = most }] };
    }
}
