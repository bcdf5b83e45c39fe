using System.Text.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Paths;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace DcCourseIndex.SearchApi.Assistants;

/// <summary>Lets an assistant plan a learning path, by the very rules of <c>POST /api/v1/path</c>; nothing of what somebody told it is kept.</summary>
internal sealed class PathTool
{
    private const string Name = "path";
    private const string Title = "A learning path";
    private const string Description = "From what somebody can do to what to learn next: give either «levels» (a standing by code of a competence) or «digigram» (a result of the national test). Answers with the gaps in the order in which to close them and up to three courses for each, with the reasons; «page» of a course is the address to cite. Nothing of it is kept.";

    private readonly PathReading reading;
    private readonly PathPlanner planner;
    private readonly JsonSerializerOptions json;

    public PathTool(PathReading reading, PathPlanner planner, Frameworks frameworks, IOptions<JsonOptions> json)
    {
        (this.reading, this.planner, this.json) = (reading, planner, json.Value.SerializerOptions);
        Tool = new(Name, Title, Description, Schema(frameworks), (arguments, context, _) => Task.FromResult(Plan(arguments, context)));
    }

    public AssistantTool Tool { get; }

    private (JsonNode?, ApiProblem?) Plan(JsonObject arguments, HttpContext context)
    {
        var (body, unread) = PathReading.Body(JsonSerializer.SerializeToUtf8Bytes(arguments, json));
        if (body is null)
            return (null, unread);
        if (reading.Read(body, out var question) is { } wrong)
            return (null, wrong);
        var path = JsonSerializer.SerializeToNode(planner.Plan(question!), json)!;
        foreach (var step in path["gaps"]!.AsArray())
            foreach (var suggested in step!["courses"]!.AsArray())
                if (suggested!["course"] is JsonObject course)
                    course["page"] = SiteAddress.Course(SiteAddress.Of(context), (string)course["id"]!, body.Lang ?? "uk").AbsoluteUri;
        return (path, null);
    }

    private static JsonObject Schema(Frameworks frameworks)
    {
        JsonObject Reached() => Choice("How far somebody has come.", Wire.All<Standing>());
        JsonObject Levels() => new() { ["type"] = "object", ["description"] = "Standings by code of a competence, for example {\"1.2\":\"none\"}; those that are absent were not asked.", ["additionalProperties"] = Reached() };
        JsonObject Tested() => Members("A result of Digigram: points (0 to 15) by area 0 to 5, or levels (A1 to C2).", new()
        {
            ["points"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = Whole("Points of an area.", 0, 15) },
            ["level"] = Text("The overall level, A1 to C2."),
            ["levels"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = Text("The level of an area, A1 to C2.") },
        });
        return Members(null, new()
        {
            ["levels"] = Levels(),
            ["digigram"] = Tested(),
            ["framework"] = Choice("In whose codes «levels» and «first» are.", [.. frameworks.All.Select(framework => framework.Id)]),
            ["target"] = Reached(),
            ["first"] = new JsonObject { ["type"] = "array", ["description"] = "Codes of areas or competences to begin with.", ["items"] = Text("A code.") },
            ["preferences"] = Members("What matters to the learner.", new()
            {
                ["free"] = Truth("Only courses that are free to study."),
                ["certificate"] = Truth("Courses with a certificate or a record first."),
                ["tutor"] = Truth("Courses with a tutor or mentor first."),
                ["language"] = Text("Only courses in this language (BCP 47)."),
                ["hours"] = Whole("Hours in all.", 1, 1000),
            }),
            ["earlier"] = Members("An earlier result of the same kind, to see what has changed.", new() { ["levels"] = Levels(), ["digigram"] = Tested() }),
            ["gaps"] = Whole("How many gaps to plan for; 5 where absent.", 1, 10),
            ["lang"] = Choice("The language of the words.", ["uk", "en"]),
        });
    }

    private static JsonObject Members(string? description, JsonObject members)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = members, ["additionalProperties"] = false };
        if (description is not null)
            schema["description"] = description;
        return schema;
    }

    private static JsonObject Choice(string description, IEnumerable<string> values) => new() { ["type"] = "string", ["description"] = description, ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description, ["maxLength"] = 100 };

    private static JsonObject Truth(string description) => new() { ["type"] = "boolean", ["description"] = description };

    private static JsonObject Whole(string description, int least, int most) => new() { ["type"] = "integer", ["description"] = description, ["minimum"] = least, ["maximum"] = most };
}
