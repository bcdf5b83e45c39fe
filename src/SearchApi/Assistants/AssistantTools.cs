using System.Text.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Browse;
using DcCourseIndex.SearchApi.Courses;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace DcCourseIndex.SearchApi.Assistants;

/// <summary>What assistants may look up: courses by a search, one course, the competences of a framework, a learning path.</summary>
internal sealed class AssistantTools
{
    private const int UsualLimit = 5;
    private static readonly IReadOnlySet<string> Shown = new HashSet<string>(
        ["id", "title", "summary", "url", "provider", "publisher", "language", "primary", "competences", "level", "price", "access", "mode", "credential", "tutor", "workload", "state", "lastSeen"], StringComparer.Ordinal);
    private static readonly Facet[] Filters = [Facet.Area, Facet.Competence, Facet.Level, Facet.Language, Facet.Price, Facet.Tutor, Facet.Credential];

    private readonly CourseSearch search;
    private readonly Frameworks frameworks;
    private readonly JsonSerializerOptions json;

    public AssistantTools(CourseSearch search, Frameworks frameworks, CompetenceCounts counts, PathTool path, IOptions<JsonOptions> json)
    {
        (this.search, this.frameworks, this.json) = (search, frameworks, json.Value.SerializerOptions);
        var framework = KnownParameters.Framework(frameworks);
        var filters = Filters.Select(facet => KnownParameters.Of(facet) with { Repeats = false });
        All =
        [
            AssistantTool.Asking("search", "Search open courses", "Finds open online courses from Ukrainian portals by words (Ukrainian or English) and filters; «page» of a course is the address to cite.",
                new([KnownParameters.Text, .. filters, framework, KnownParameters.Language, new("limit", "How many courses at most.") { Range = (1, 20), Default = "5" }]),
                (query, context, _) => Task.FromResult(Search(query, context))),
            AssistantTool.Asking("course", "One course", "Everything that is known of a course, by the id that «search» gives.",
                new([new("id", "The id of the course.") { Required = true }, framework, KnownParameters.Language]), CourseAsync),
            AssistantTool.Asking("competences", "Competences with the number of courses", "The areas and competences of a digital competence framework, their codes for «search», and how many courses there are for each.",
                new([framework, KnownParameters.Language]),
                (query, _, _) => Task.FromResult<(JsonNode?, ApiProblem?)>((Node(counts.Of(frameworks[CourseRequest.One(query, "framework") ?? Frameworks.Default], CourseRequest.One(query, "lang") ?? "uk")), null))),
            path.Tool,
        ];
    }

    public IReadOnlyList<AssistantTool> All { get; }

    private (JsonNode?, ApiProblem?) Search(IQueryCollection query, HttpContext context)
    {
        if (CourseRequest.Read(query, frameworks, [], out var request) is { } refusal)
            return (null, refusal);
        var asked = query.ContainsKey("limit") ? request.Query : request.Query with { Limit = UsualLimit };
        var found = search.Ask(request with { Query = asked });
        var courses = search.Items(found.Hits, request with { Query = asked }).Select(course => Cited(course, context, request.Lang));
        return (new JsonObject { ["total"] = found.Total, ["confident"] = found.Fits, ["courses"] = new JsonArray([.. courses]) }, null);
    }

    private async Task<(JsonNode?, ApiProblem?)> CourseAsync(IQueryCollection query, HttpContext context, CancellationToken ct)
    {
        if (CourseRequest.Read(query, frameworks, [], out var request) is { } refusal)
            return (null, refusal);
        var id = CourseRequest.One(query, "id")!;
        return search.Find(id) is { } course ? (Cited(await search.ItemAsync(course, request, ct), context, request.Lang), null) : (null, await search.AbsenceAsync(id, ct));
    }

    // Plain text is enough for an assistant; HTML would only be more to hide something in.
    private JsonNode Cited(CourseItem course, HttpContext context, string lang)
    {
        var node = Node(course with { Selected = Shown });
        node["page"] = SiteAddress.Course(SiteAddress.Of(context), course.Id, lang).AbsoluteUri;
        return node;
    }

    private JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, json)!;
}
