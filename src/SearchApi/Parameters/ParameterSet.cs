using DcCourseIndex.Catalog.Language;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Parameters;

/// <summary>The parameters that one endpoint takes; it refuses all others and is written into the OpenAPI document.</summary>
internal sealed record ParameterSet(IReadOnlyList<Parameter> All)
{
    public static readonly ParameterSet None = new([]);

    private IReadOnlyList<string> Names => [.. All.Select(parameter => parameter.Name)];

    /// <summary>The first thing wrong with a query string; null where it can be read. Framework codes are not checked here.</summary>
    public ApiProblem? Refusal(IQueryCollection query)
    {
        foreach (var (name, sent) in query)
        {
            if (All.FirstOrDefault(known => known.Name == name) is not { } parameter)
                return ApiProblem.UnknownParameter(name, NearestWord.Of(name, Names), Names);
            if (sent.Count > 1 && !parameter.Repeats)
                return ApiProblem.Repeated(name);
            if (sent.Count > Parameter.MostValues)
                return ApiProblem.WrongValue(name, sent[0] ?? "", $"at most {Parameter.MostValues} values at once.");
            foreach (var value in sent)
            {
                if (string.IsNullOrWhiteSpace(value) && !parameter.MayBeEmpty)
                    return ApiProblem.EmptyValue(name);
                if (!string.IsNullOrEmpty(value) && parameter.Objection(value) is { } objection)
                    return ApiProblem.WrongValue(name, value, objection, parameter.Values);
            }
        }
        return All.FirstOrDefault(parameter => parameter.Required && !query.ContainsKey(parameter.Name)) is { } missing
            ? ApiProblem.MissingParameter(missing.Name)
            : null;
    }
}
