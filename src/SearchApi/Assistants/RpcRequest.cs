using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Assistants;

/// <summary>
/// One message of the Model Context Protocol over HTTP. Since 2026-07-28 every request carries its version in itself and repeats version, method
/// and name in headers; before, versions were agreed on by «initialize», which needs no memory here either, because nothing depends on it.
/// </summary>
/// <param name="Id">Null: a notification, which nobody answers.</param>
/// <param name="Modern">Whether it carries its version in itself.</param>
internal sealed record RpcRequest(JsonNode? Id, string Method, JsonObject Params, bool Modern)
{
    public const string Current = "2026-07-28";
    private const string VersionKey = "io.modelcontextprotocol/protocolVersion";
    private const string CapabilitiesKey = "io.modelcontextprotocol/clientCapabilities";

    /// <summary>The versions that are agreed on by «initialize», the newest first.</summary>
    public static readonly IReadOnlyList<string> Older = ["2025-11-25", "2025-06-18", "2025-03-26"];

    /// <summary>The request, or what is wrong with it; the id is there wherever it could be read.</summary>
    public static (RpcRequest? Request, JsonNode? Id, RpcError? Error) Read(string body, IHeaderDictionary headers)
    {
        JsonNode? message;
        try
        {
            message = JsonNode.Parse(body, documentOptions: new() { AllowDuplicateProperties = false, MaxDepth = 32 });
        }
        catch (JsonException)
        {
            return (null, null, RpcError.NoJson);
        }

        if (message is not JsonObject request || Text(request["jsonrpc"]) != "2.0" || Text(request["method"]) is not { } method || request["params"] is not (null or JsonObject))
            return (null, null, RpcError.NoRequest);
        var id = request["id"]?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? request["id"] : null;
        var parameters = request["params"] as JsonObject ?? [];
        var meta = parameters["_meta"] as JsonObject;
        var version = Text(meta?[VersionKey]);
        var read = new RpcRequest(id, method, parameters, version is not null);
        return version is not null && read.Objection(version, meta!, headers) is { } objection ? (null, id, objection) : (read, id, null);
    }

    private RpcError? Objection(string version, JsonObject meta, IHeaderDictionary headers)
    {
        if (version != Current)
            return RpcError.Version(version);
        foreach (var (name, value) in new[] { ("MCP-Protocol-Version", version), ("Mcp-Method", Method), ("Mcp-Name", Method == "tools/call" ? Text(Params["name"]) : null) })
        {
            if (value is not null && headers[name] != value)
                return RpcError.Headers($"The header {name} is missing, or says something else than the body.");
        }
        return meta[CapabilitiesKey] is JsonObject ? null : RpcError.WrongParams($"«_meta» has no {CapabilitiesKey}.") with { Status = 400 };
    }

    public static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? (string)node! : null;
}
