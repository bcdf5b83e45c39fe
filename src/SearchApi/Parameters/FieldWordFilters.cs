using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Query;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DcCourseIndex.SearchApi.Parameters;

/// <summary>
/// Turns field words that were typed into a query into the parameters of the same name: from then on «безпека мова:uk» is the request
/// <c>q=безпека&amp;language=uk</c>, for its answer, its links and its cursor alike.
/// </summary>
internal sealed class FieldWordFilters(KnownProviders providers)
{
    /// <summary>Rewrites the request's query string; a problem where a value does not fit or the query asks for too much, and then nothing is changed.</summary>
    public ApiProblem? Spread(HttpRequest request)
    {
        if (request.Query["q"] is not [{ Length: > 0 } q])
            return null;
        if (QueryLimits.Objection(q) is { } objection)
            return ApiProblem.WrongValue("q", q, objection);
        var typed = TypedFilters.Of(q);
        if (typed.Filters.Count == 0)
            return null;
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        query["q"] = typed.Words;
        foreach (var filter in typed.Filters)
        {
            if (filter.Excluded)
                return Problem(filter, "a filter cannot be kept out by a minus; name the values that are wanted.");
            var parameter = KnownParameters.Of(filter.Facet);
            foreach (var value in Values(filter))
            {
                var known = filter.Facet == Facet.Provider ? providers.Spelt(value) : FieldValues.Read(filter.Facet, value) ?? value;
                if (parameter.Objection(known) is { } wrong)
                    return Problem(filter, $"{wrong} In quotation marks it is words to look for.");
                query[parameter.Name] = Added(query.GetValueOrDefault(parameter.Name), known);
            }
        }
        request.Query = new QueryCollection(query);
        return null;
    }

    private static ApiProblem Problem(TypedFilter filter, string remedy) => ApiProblem.WrongValue("q", filter.Typed, remedy);

    // «мова:uk,en» are two values; a provider's name may have commas of its own.
    private static string[] Values(TypedFilter filter) => filter.Facet == Facet.Provider
        ? [filter.Value]
        : filter.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } values ? values : [filter.Value];

    private static StringValues Added(StringValues known, string value) => known.Contains(value) ? known : StringValues.Concat(known, value);
}
