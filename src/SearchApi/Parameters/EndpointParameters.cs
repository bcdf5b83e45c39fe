using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Parameters;

/// <summary>Ties a set of parameters to an endpoint: checked before it runs, and found by the OpenAPI document.</summary>
internal static class EndpointParameters
{
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, ParameterSet parameters) => endpoint
        .WithMetadata(parameters)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .AddEndpointFilter(async (context, next) =>
            parameters.Refusal(context.HttpContext.Request.Query) is { } refusal ? refusal.Result() : await next(context));
}
