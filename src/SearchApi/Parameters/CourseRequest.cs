using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Parameters;

/// <summary>A query string that was understood: the question to the index, and how the answer is wanted. Fields null means all.</summary>
internal sealed record CourseRequest(CourseQuery Query, Framework Framework, IReadOnlySet<string>? Fields)
{
    public string Lang => Query.Language;

    /// <summary>Checks a query string against a page's set and reads it; the request is null only where a problem is returned.</summary>
    public static ApiProblem? Read(IQueryCollection query, ParameterSet parameters, Frameworks frameworks, out CourseRequest? request)
    {
        request = null;
        return parameters.Refusal(query) ?? Read(query, frameworks, [], out request);
    }

    /// <summary>Reads a query string that its <see cref="ParameterSet"/> has not refused; what only the framework or the item knows is checked here.</summary>
    public static ApiProblem? Read(IQueryCollection query, Frameworks frameworks, IReadOnlyList<string> fields, out CourseRequest request)
    {
        var framework = frameworks[One(query, "framework") ?? Frameworks.Default];
        var filters = Enum.GetValues<Facet>()
            .Where(facet => query.ContainsKey(Wire.Name(facet)))
            .ToDictionary(facet => facet, facet => (IReadOnlyList<string>)[.. query[Wire.Name(facet)].OfType<string>().Distinct(StringComparer.Ordinal)]);
        var wanted = One(query, "fields")?.Split(',', StringSplitOptions.TrimEntries);
        var asked = new CourseQuery
        {
            Text = One(query, "q") is { } typed ? PlainLine.Of(typed) : "",
            Framework = framework.Id,
            Filters = filters,
            Sort = Wire.TryParse<SortOrder>(One(query, "sort"), out var sort) ? sort : SortOrder.Relevance,
            Limit = Number(One(query, "limit")) ?? 20,
            Cursor = One(query, "cursor"),
            Collapse = One(query, "collapse") != "false",
            Explain = One(query, "explain") == "true",
            Language = One(query, "lang") ?? "uk",
        };
        request = new(asked, framework, wanted is null ? null : wanted.Append("id").ToHashSet(StringComparer.Ordinal));
        return UnknownCode(filters, Facet.Area, framework, [.. framework.Areas.Select(area => area.Code)])
            ?? UnknownCode(filters, Facet.Competence, framework, [.. framework.Competences.Select(competence => competence.Code)])
            ?? UnknownField(wanted, fields);
    }

    public static string? One(IQueryCollection query, string name) => query.TryGetValue(name, out var values) ? values[0] : null;

    public static int? Number(string? value) => value is null ? null : int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

    private static ApiProblem? UnknownCode(Dictionary<Facet, IReadOnlyList<string>> filters, Facet facet, Framework framework, IReadOnlyList<string> codes)
    {
        var wrong = filters.GetValueOrDefault(facet)?.FirstOrDefault(code => !codes.Contains(code));
        return wrong is null ? null : ApiProblem.WrongValue(Wire.Name(facet), wrong, $"{framework.Id} has {string.Join(", ", codes)}.", codes);
    }

    private static ApiProblem? UnknownField(string[]? wanted, IReadOnlyList<string> fields)
    {
        var wrong = wanted?.FirstOrDefault(field => !fields.Contains(field));
        if (wrong is null)
            return null;
        var nearest = NearestWord.Of(wrong, fields);
        return ApiProblem.WrongValue("fields", wrong, nearest is null ? $"use members of {string.Join(", ", fields)}." : $"the nearest member is «{nearest}».", fields);
    }
}
