using System.Text.Json;
using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Curation;

/// <summary>The body that brings verdicts: one or an array of up to a hundred.</summary>
internal sealed record VerdictBody(IReadOnlyList<SaidVerdict> Verdicts, bool IsArray)
{
    public const int MostVerdicts = 100;
    private const int MostBytes = 1024 * 1024;

    private static readonly JsonSerializerOptions Strict = new(Wire.Json)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
    };

    /// <summary>The body, or the problem with it.</summary>
    public static async Task<(VerdictBody? Body, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var (json, unread) = await BoundedBody.JsonAsync(request, MostBytes, ct);
        if (unread is not null)
            return (null, unread);
        try
        {
            var body = Parse(json);
            return body.Verdicts.Count is 0 or > MostVerdicts ? (null, ApiProblem.WrongBody($"Send one verdict or an array of 1 to {MostVerdicts}.")) : (body, null);
        }
        catch (JsonException wrong)
        {
            return (null, ApiProblem.WrongBody($"{Say(wrong)} Send {{\"course\",\"verdict\",\"competence\"?,\"field\"?,\"value\"?,\"note\"?}} or an array of up to {MostVerdicts} of them.", wrong.Path));
        }
    }

    /// <summary>The problem with one of them.</summary>
    public ApiProblem Wrong(int at, string? member, string problem)
    {
        var path = (IsArray ? $"$[{at}]" : "$") + (string.IsNullOrEmpty(member) ? "" : $".{member}");
        return ApiProblem.WrongBody($"At {path}: {problem}{(IsArray ? " Nothing of this body was kept." : "")}", path);
    }

    private static VerdictBody Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? new([.. JsonSerializer.Deserialize<List<SaidVerdict?>>(json, Strict)!.Select(said => said ?? throw new JsonException("«null» is no verdict."))], true)
            : new([JsonSerializer.Deserialize<SaidVerdict>(json, Strict) ?? throw new JsonException("«null» is no verdict.")], false);
    }

    private static string Say(JsonException wrong) => wrong.Message.Contains("could not be mapped", StringComparison.Ordinal)
        ? $"There is no member {wrong.Message.Split('\'')[1]}."
        : JsonTrouble.Say(wrong);
}
