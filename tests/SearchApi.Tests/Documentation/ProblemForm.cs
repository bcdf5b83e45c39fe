using System.Text.Json;
using System.Text.Json.Nodes;

namespace DcCourseIndex.SearchApi.Tests.Documentation;

/// <summary>Whether a refusal is a problem as RFC 9457 §3.1 has it.</summary>
internal static class ProblemForm
{
    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Objection(int status, string? type, string body)
    {
        if (type != "application/problem+json")
            return $"a refusal as {type}";
        if (JsonNode.Parse(body) is not JsonObject problem)
            return "a refusal that is no object";
        if (!Is(problem["type"], JsonValueKind.String) || !Uri.TryCreate((string)problem["type"]!, UriKind.RelativeOrAbsolute, out _))
            return "«type» is no URI reference (§3.1.1)";
        if (!Is(problem["status"], JsonValueKind.Number) || (int)problem["status"]! != status)
            return "«status» is not that of the answer (§3.1.2)";
        return Is(problem["title"], JsonValueKind.String) && Is(problem["detail"], JsonValueKind.String) && ((string)problem["detail"]!).Length > 0 ? null : "«title» or «detail» is no text (§3.1.3, §3.1.4)";
    }

    private static bool Is(JsonNode? node, JsonValueKind kind) => node?.GetValueKind() == kind;
}
