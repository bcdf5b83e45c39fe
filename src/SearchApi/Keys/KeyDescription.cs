using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DcCourseIndex.SearchApi.Keys;

/// <summary>Says in the OpenAPI document how a key is sent and which addresses need one.</summary>
internal static class KeyDescription
{
    private const string Bearer = "bearer";
    private const string Header = "apiKey";

    public static void AddKeys(this OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key of this service, made by its operator with «dccourseindex keys add».",
            };
            document.Components.SecuritySchemes[Header] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = KeyRing.Header,
                Description = "The same key for clients that cannot send Authorization.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<KeyNeeded>().Any())
            {
                operation.Security =
                [
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] },
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Header, context.Document)] = [] },
                ];
            }

            return Task.CompletedTask;
        });
    }
}
