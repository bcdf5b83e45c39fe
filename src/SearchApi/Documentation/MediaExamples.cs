using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>The forms that an address answers besides its JSON, each with an example that the code itself writes, so that none grows old.</summary>
internal record MediaExamples(IReadOnlyList<(string Type, byte[] Example)> Forms) : IOperationExamples
{
    public void AddTo(OpenApiOperation operation)
    {
        if (operation.Responses?.GetValueOrDefault("200") is not OpenApiResponse { } answer)
            return;
        answer.Content ??= new Dictionary<string, OpenApiMediaType>();
        foreach (var (type, example) in Forms)
        {
            // What is no text has no example: JSON shows no octets.
            var text = !example.Any(octet => octet is >= 0x1C and <= 0x1F);
            answer.Content[type.Split(';')[0]] = new()
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = text ? null : "binary" },
                Example = text ? JsonValue.Create(Encoding.UTF8.GetString(example)) : null,
            };
        }
    }
}
