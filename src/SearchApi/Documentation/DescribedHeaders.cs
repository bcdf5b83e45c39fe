using DcCourseIndex.SearchApi.Limits;
using Microsoft.OpenApi;

namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>Says in the OpenAPI document what answers say in their headers: what is left of the limit, when to come back, and by which tag a copy is known again.</summary>
internal static class DescribedHeaders
{
    private const int LongestValue = 200;

    public static void AddTo(OpenApiOperation operation, QueryCost? cost)
    {
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (answer is not OpenApiResponse response)
                continue;
            if (cost is not { Units: 0 })
            {
                Add(response, "RateLimit-Policy", "How many units may be used in how many seconds: \"address\";q=120;w=12.");
                Add(response, "RateLimit", "What is left, and in how many seconds all of it is back: \"address\";r=119;t=1.");
            }
            if (status == "429")
                Add(response, "Retry-After", "Seconds until the request may be sent again.");
            if (status == "200")
                Add(response, "ETag", "A strong tag of the answer, for If-None-Match.");
            Add(response, "Access-Control-Allow-Origin", "* where a script of another site asks; everybody's scripts may read.");
        }
    }

    private static void Add(OpenApiResponse response, string name, string description)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = LongestValue } };
    }
}
