using System.Text.Json.Nodes;

namespace DcCourseIndex.SearchApi.Assistants;

/// <summary>An error of JSON-RPC 2.0 §5.1, with the status of HTTP that it is sent with.</summary>
internal sealed record RpcError(int Code, string Message, int Status = 400, JsonNode? Details = null)
{
    public static readonly RpcError NoJson = new(-32700, "The body is no JSON.");
    public static readonly RpcError NoRequest = new(-32600, "The body is no single request of JSON-RPC 2.0: {\"jsonrpc\":\"2.0\",\"id\",\"method\",\"params\"}. Send one at a time.");

    public static RpcError NoMethod(string method) => new(-32601, $"There is no method «{method}» here; there are tools/list and tools/call.", 200);

    public static RpcError WrongParams(string why) => new(-32602, why, 200);

    public static RpcError Headers(string why) => new(-32020, why);

    public static RpcError Version(string requested) => new(-32022, "This version of the protocol is not spoken here.", 400, new JsonObject
    {
        ["supported"] = new JsonArray(RpcRequest.Current),
        ["requested"] = requested,
    });

    public JsonObject ToJson()
    {
        var error = new JsonObject { ["code"] = Code, ["message"] = Message };
        if (Details is not null)
            error["data"] = Details.DeepClone();
        return error;
    }
}
