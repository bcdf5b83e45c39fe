using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Documentation;
using Microsoft.OpenApi;

namespace DcCourseIndex.SearchApi.Classify;

/// <summary>A classification in the OpenAPI document: what is sent and what comes back; the listings are invented.</summary>
internal sealed record ClassifyExamples : IOperationExamples
{
    public static readonly ClassifyExamples Instance = new();

    private const string Media = """{"id":"a","title":"Медіаграмотність","summary":"Вигаданий курс. Як перевіряти джерела новин і розпізнавати фейки.","language":"uk"}""";
    private const string Pottery = """{"id":"b","title":"Кераміка для початківців","summary":"Вигаданий курс. Глина та гончарне коло."}""";

    private const string MediaAnswer =
        """
        {"id":"a","framework":"digcomp-2.2","competences":[{"code":"1.2","confidence":0.93,"evidence":[{"kind":"text","field":"title","start":0,"length":16,"text":"Медіаграмотність"}]}],
         "primary":"1.2","level":"foundation","language":"uk"}
        """;

    private const string PotteryAnswer = """{"id":"b","framework":"digcomp-2.2","competences":[],"primary":null,"level":null,"language":"uk"}""";

    public void AddTo(OpenApiOperation operation)
    {
        Fill(operation.RequestBody?.Content, Media, $"[{Media},{Pottery}]");
        Fill(operation.Responses is { } answers && answers.TryGetValue("200", out var good) ? good.Content : null, MediaAnswer, $"[{MediaAnswer},{PotteryAnswer}]");
    }

    private static void Fill(IDictionary<string, OpenApiMediaType>? contents, string one, string many)
    {
        if (contents is null || !contents.TryGetValue("application/json", out var content))
            return;
        OneOrMany.Widen(content, ClassifyBody.MostListings);
        content.Examples = new Dictionary<string, IOpenApiExample>
        {
            ["one"] = new OpenApiExample { Summary = "One listing", Value = JsonNode.Parse(one) },
            ["many"] = new OpenApiExample { Summary = "Several; the second teaches nothing digital", Value = JsonNode.Parse(many) },
        };
    }
}
