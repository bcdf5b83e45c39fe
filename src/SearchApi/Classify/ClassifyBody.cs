using System.Text.Json;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Classify;

/// <summary>The body of a classification: one listing or an array of up to a hundred.</summary>
internal sealed record ClassifyBody(IReadOnlyList<ClassifyListing> Listings, bool IsArray)
{
    public const int MostListings = 100;
    public const int MostBytes = 1024 * 1024;

    /// <summary>The body, or the problem with it.</summary>
    public static async Task<(ClassifyBody? Body, ApiProblem? Problem)> ReadAsync(HttpRequest request, Frameworks frameworks, CancellationToken ct)
    {
        var (json, unread) = await BoundedBody.JsonAsync(request, MostBytes, ct);
        if (unread is not null)
            return (null, unread);
        try
        {
            var body = Parse(json);
            return Objection(body, frameworks) is { } problem ? (null, problem) : (body, null);
        }
        catch (JsonException wrong)
        {
            return (null, ApiProblem.WrongBody($"At {wrong.Path ?? "$"}, line {wrong.LineNumber + 1}: {Cause(wrong)} Send {{\"id\"?,\"title\",\"summary\",\"language\"?,\"framework\"?}} or an array of up to {MostListings} of them.", wrong.Path));
        }
    }

    private static ClassifyBody Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? new(JsonSerializer.Deserialize<List<ClassifyListing>>(json, ClassifyListing.Strict)!, true)
            : new([JsonSerializer.Deserialize<ClassifyListing>(json, ClassifyListing.Strict)!], false);
    }

    private static ApiProblem? Objection(ClassifyBody body, Frameworks frameworks)
    {
        if (body.Listings.Count > MostListings)
            return ApiProblem.WrongBody($"{body.Listings.Count} listings are more than {MostListings}; send them in parts.");
        for (var i = 0; i < body.Listings.Count; i++)
        {
            var path = body.IsArray ? $"$[{i}]" : "$";
            if (body.Listings[i] is null)
                return ApiProblem.WrongBody($"At {path} stands null; send a listing.", path);
            if (body.Listings[i].Framework is { } framework && frameworks.Find(framework) is null)
                return ApiProblem.WrongBody($"At {path}.framework: «{framework}» is not one of {string.Join(", ", frameworks.All.Select(known => known.Id))}.", $"{path}.framework");
        }
        return null;
    }

    /// <summary>The first sentence of the parser's message, which names the member; the rest names types of this program.</summary>
    private static string Cause(JsonException wrong) => wrong.Message switch
    {
        var message when message.Contains("could not be mapped", StringComparison.Ordinal) => $"there is no member {message.Split('\'')[1]}.",
        var message when message.Contains("missing required properties", StringComparison.Ordinal) => $"missing: {string.Join(", ", message.Split('\'').Where((_, place) => place % 2 == 1).Skip(1))}.",
        _ => "this is not the JSON that is read here.",
    };
}
