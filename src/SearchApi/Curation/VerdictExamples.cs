using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Documentation;
using Microsoft.OpenApi;

namespace DcCourseIndex.SearchApi.Curation;

/// <summary>What verdicts look like, for the OpenAPI document.</summary>
internal sealed record VerdictExamples : IOperationExamples
{
    public static readonly VerdictExamples Instance = new();

    private static readonly (string Name, string Summary, string Json)[] Sent =
    [
        ("confirm", "What stands is right and complete", """{"course":"prometheus.DC101","verdict":"confirm"}"""),
        ("reject", "One competence is wrong", """{"course":"prometheus.DC101","verdict":"reject","competence":"4.1","note":"Про паролі лише одне речення."}"""),
        ("set", "A field has another value", """{"course":"prometheus.DC101","verdict":"set","field":"price","value":"free-to-study"}"""),
        ("many", "Several at once, all or none", """[{"course":"prometheus.DC101","verdict":"add","competence":"1.2"},{"course":"prometheus.DC101","verdict":"set","field":"primary","value":"1.2"}]"""),
    ];

    public void AddTo(OpenApiOperation operation)
    {
        if (operation.RequestBody?.Content is { } sent && sent.TryGetValue("application/json", out var body))
        {
            OneOrMany.Widen(body, VerdictBody.MostVerdicts);
            body.Examples = Sent.ToDictionary(one => one.Name, IOpenApiExample (one) => new OpenApiExample { Summary = one.Summary, Value = JsonNode.Parse(one.Json) });
        }

        if (operation.Responses is { } responses && responses.TryGetValue("200", out var good) && good.Content is { } contents && contents.TryGetValue("application/json", out var answer))
        {
            OneOrMany.Widen(answer, VerdictBody.MostVerdicts);
        }
    }
}
