using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Keys;

/// <summary>That an address is opened by keys of a scope alone; found by the OpenAPI document.</summary>
internal sealed record KeyNeeded(Scope Scope)
{
    private const string Realm = "Bearer realm=\"DcCourseIndex\"";
    private static readonly object Place = new();

    /// <summary>The key that opened the address; only behind <see cref="KeyEndpoints.Needs"/>.</summary>
    public static ApiKey Of(HttpContext context) => (ApiKey)context.Items[Place]!;

    /// <summary>Lets a request through, or says why not: 401 without a key that stands, 403 with one for something else (RFC 6750 §3).</summary>
    public async ValueTask<ApiProblem?> RefusalAsync(HttpContext context)
    {
        // What a key opens is for its holder: no cache between may keep it (RFC 9111 §3.5 says so of Authorization alone).
        context.Response.Headers.CacheControl = "no-store";
        var sent = KeyRing.Sent(context.Request);
        var key = sent is null ? null : await context.RequestServices.GetRequiredService<KeyRing>().FindAsync(sent, context.RequestAborted);
        if (key is null)
        {
            context.Response.Headers.WWWAuthenticate = sent is null ? Realm : $"{Realm}, error=\"invalid_token\"";
            return ApiProblem.KeyNeeded(Wire.Name(Scope), wrong: sent is not null);
        }

        if (!key.Opens(Scope))
        {
            context.Response.Headers.WWWAuthenticate = $"{Realm}, error=\"insufficient_scope\", scope=\"{Wire.Name(Scope)}\"";
            return ApiProblem.ScopeNeeded(Wire.Name(Scope), key.Prefix, string.Join(", ", key.Scopes.Select(Wire.Name)));
        }

        context.Items[Place] = key;
        return null;
    }
}

/// <summary>Ties a needed key to an endpoint. Say it before all other checks, so that nobody learns of them without a key.</summary>
internal static class KeyEndpoints
{
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, Scope scope)
    {
        var needed = new KeyNeeded(scope);
        return endpoint
            .WithMetadata(needed)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .AddEndpointFilter(async (context, next) => await needed.RefusalAsync(context.HttpContext) is { } refusal ? refusal.Result() : await next(context));
    }
}
