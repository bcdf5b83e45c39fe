using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace DcCourseIndex.SearchApi.Tests.Documentation;

/// <summary>A request to an operation of the document.</summary>
internal sealed record GeneratedRequest(JsonNode Operation, string Method, string Address, string? Body, bool WithKey);

/// <summary>Requests made from the OpenAPI document alone: mostly what it allows, at times anything.</summary>
internal sealed class GeneratedRequests(JsonNode document)
{
    private readonly GeneratedValues values = new(document);

    public Gen<GeneratedRequest> All => Gen.OneOf(
        from path in document["paths"]!.AsObject()
        where !path.Key.StartsWith("/health", StringComparison.Ordinal)
        from operation in path.Value!.AsObject()
        select Of(path.Key, operation.Key.ToUpperInvariant(), operation.Value!));

    private Gen<GeneratedRequest> Of(string path, string method, JsonNode operation)
    {
        var parameters = operation["parameters"]?.AsArray().Select(parameter => parameter!).ToList() ?? [];
        var filled = parameters.Where(parameter => (string)parameter["in"]! == "path").Aggregate(Gen.Constant(path), (so, parameter) =>
            from address in so
            from value in values.Parameter(parameter)
            select address.Replace($"{{{(string)parameter["name"]!}}}", Uri.EscapeDataString(value.Replace("\ud83d", "", StringComparison.Ordinal) is { Length: > 0 } whole ? whole : "-"), StringComparison.Ordinal));
        var query = parameters.Where(parameter => (string)parameter["in"]! == "query").ToList();
        return
            from address in filled
            from count in Gen.Choose(0, Math.Min(3, query.Count))
            from chosen in Gen.ArrayOf(query.Count == 0 ? Gen.Constant("") : Gen.OneOf(query.Select(Pair)), count)
            from body in operation["requestBody"]?["content"]?["application/json"] is { } form ? values.Body(form).Select(text => (string?)text) : Gen.Constant<string?>(null)
            from withKey in Gen.Elements(true, true, false)
            select new GeneratedRequest(operation, method, chosen.Length == 0 ? address : $"{address}?{string.Join('&', chosen)}", body, withKey);
    }

    private Gen<string> Pair(JsonNode parameter) => values.Parameter(parameter).Select(value => $"{(string)parameter["name"]!}={Uri.EscapeDataString(value)}");
}
