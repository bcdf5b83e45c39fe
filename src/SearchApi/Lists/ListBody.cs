using System.Text.Json;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Classify;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Lists;

/// <summary>A list as it is sent: plain text of bounded length.</summary>
internal sealed record ListBody
{
    private const int MostBytes = 64 * 1024;

    public required string Name { get; init; }
    public string About { get; init; } = "";
    public required IReadOnlyList<ListBodyCourse> Courses { get; init; }

    /// <summary>The list of a request, or what is wrong with it.</summary>
    public static async Task<(ChosenCourses? List, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var (json, unread) = await BoundedBody.JsonAsync(request, MostBytes, ct);
        if (unread is not null)
            return (null, unread);
        try
        {
            if (JsonSerializer.Deserialize<ListBody>(json, ClassifyListing.Strict) is not { } body || body.Courses.Any(course => course is null))
                return (null, ApiProblem.WrongBody("A list or a course is null; send {\"name\",\"about\"?,\"courses\":[{\"id\",\"note\"?}]}."));
            var list = ListRules.Clean(new(body.Name, body.About, [.. body.Courses.Select(course => new ChosenCourse(course.Id) { Note = course.Note })]));
            return ListRules.Objection(list) is { } wrong ? (null, ApiProblem.WrongBody($"At $.{wrong.Member}: {wrong.Rule}", $"$.{wrong.Member}")) : (list, null);
        }
        catch (JsonException wrong)
        {
            return (null, ApiProblem.WrongBody($"At {wrong.Path ?? "$"}, line {wrong.LineNumber + 1}: send {{\"name\",\"about\"?,\"courses\":[{{\"id\",\"note\"?}}]}}.", wrong.Path));
        }
    }
}

/// <summary>One course of a list that is sent.</summary>
internal sealed record ListBodyCourse
{
    public required string Id { get; init; }
    public string Note { get; init; } = "";
}
