using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Coverage;

/// <summary>Which parameters the addresses about coverage take: every filter but the competences themselves, which are the rows.</summary>
internal sealed class CoverageParameters(Frameworks frameworks)
{
    /// <summary>Of the answer and of the page.</summary>
    public ParameterSet Known { get; } = new(
    [
        KnownParameters.Framework(frameworks),
        .. Enum.GetValues<Facet>().Where(facet => facet is not (Facet.Area or Facet.Competence)).Select(KnownParameters.Of),
        KnownParameters.Language,
    ]);

    /// <summary>Reads a query string that <see cref="Known"/> has not refused.</summary>
    public CoverageQuestion Read(IQueryCollection query)
    {
        _ = CourseRequest.Read(query, frameworks, [], out var request);
        return new(request.Framework, request.Lang, request.Query.Filters);
    }
}

/// <summary>What is to be counted, and in whose words.</summary>
internal sealed record CoverageQuestion(Framework Framework, string Lang, IReadOnlyDictionary<Facet, IReadOnlyList<string>> Filters);
