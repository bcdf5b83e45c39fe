using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DcCourseIndex.SearchApi.Problems;

/// <summary>A refusal in the form of RFC 9457. The type is a relative address that never changes; the detail is for people.</summary>
internal sealed record ApiProblem(string Type, int Status, string Title, string Detail)
{
    /// <summary>The parameter or body member that is meant.</summary>
    public string? Parameter { get; init; }

    /// <summary>What may stand there, where that is a list.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    public ProblemHttpResult Result()
    {
        var details = new ProblemDetails { Type = Type, Status = Status, Title = Title, Detail = Detail };
        if (Parameter is not null)
            details.Extensions["parameter"] = Parameter;
        if (Allowed is not null)
            details.Extensions["allowed"] = Allowed;
        return TypedResults.Problem(details);
    }

    public static ApiProblem UnknownParameter(string name, string? nearest, IReadOnlyList<string> known) =>
        new("/problems/unknown-parameter", 400, "Unknown parameter",
            nearest is null
                ? $"There is no parameter «{Shown(name)}» here. Known: {string.Join(", ", known)}."
                : $"There is no parameter «{Shown(name)}» here; the nearest is «{nearest}».")
        { Parameter = Shown(name), Allowed = known };

    public static ApiProblem WrongValue(string name, string value, string remedy, IReadOnlyList<string>? allowed = null) =>
        new("/problems/wrong-value", 400, "Wrong value", $"«{Shown(value)}» does not fit «{name}»: {remedy}")
        { Parameter = name, Allowed = allowed };

    public static ApiProblem EmptyValue(string name) =>
        new("/problems/empty-value", 400, "Empty value", $"«{name}» has no value; leave the parameter out to filter by nothing.") { Parameter = name };

    public static ApiProblem MissingParameter(string name) =>
        new("/problems/missing-parameter", 400, "Missing parameter", $"«{name}» is needed here.") { Parameter = name };

    public static ApiProblem Repeated(string name) =>
        new("/problems/repeated-parameter", 400, "Repeated parameter", $"«{name}» may be given once.") { Parameter = name };

    public static ApiProblem MalformedCursor() =>
        new("/problems/malformed-cursor", 400, "Malformed cursor", "This cursor was not made for this query. Use «next» of an answer to the same query, or leave «cursor» out to begin anew.")
        { Parameter = "cursor" };

    public static ApiProblem ExpiredCursor() =>
        new("/problems/expired-cursor", 410, "Expired cursor", "The state of the catalogue that this cursor belongs to is gone. Leave «cursor» out to begin anew; sort=id pages without loss through a changing catalogue.")
        { Parameter = "cursor" };

    public static ApiProblem ForeignEpoch(string epoch) =>
        new("/problems/foreign-epoch", 410, "Foreign epoch", $"These revisions belong to another catalogue than this one, whose epoch is {epoch}: it was restored or made anew. Begin with a new /api/v1/dump.")
        { Parameter = "epoch" };

    public static ApiProblem UnknownCourse(string id) =>
        new("/problems/unknown-course", 404, "Unknown course", $"The catalogue has no course «{Shown(id)}».") { Parameter = "id" };

    public static ApiProblem RetiredCourse(string id) =>
        new("/problems/retired-course", 410, "Retired course", $"The course «{Shown(id)}» is no longer listed: its portal no longer offers it, or it was taken out of the catalogue.") { Parameter = "id" };

    public static ApiProblem UnknownSource(string name) =>
        new("/problems/unknown-source", 404, "Unknown source", $"There is no source «{Shown(name)}»; /api/v1/sources lists them.") { Parameter = "name" };

    public static ApiProblem UnknownRun(string source, string run) =>
        new("/problems/unknown-run", 404, "Unknown run", $"The source «{Shown(source)}» has no run «{Shown(run)}»; /api/v1/sources/{{name}}/runs lists its runs.") { Parameter = "id" };

    public static ApiProblem UnknownList(string id) =>
        new("/problems/unknown-list", 404, "Unknown list", $"There is no list «{Shown(id)}»: it was removed, or nobody used it for two years.") { Parameter = "id" };

    public static ApiProblem WrongListKey() =>
        new("/problems/wrong-list-key", 403, "Wrong key", "This is not the key of this list. Use the secret address that was shown when the list was made.");

    public static ApiProblem TooManyLists() =>
        new("/problems/too-many-lists", 429, "Too many lists", "Too many lists were made, by you or by all together; try again when Retry-After has passed, or let the list live in its address.");

    public static ApiProblem NoIndex() =>
        new("/problems/no-index", 503, "No index yet", "The search index is being built; ask again when Retry-After has passed. /health/ready says when it is there.");

    public static ApiProblem TooMany(int seconds, int perMinute) =>
        new("/problems/too-many-requests", 429, "Too many requests", $"More was asked than the {perMinute} units a minute that everybody has; ask again in {seconds} s, or ask the operator for a key with a limit of its own.");

    public static ApiProblem WrongBody(string detail, string? member = null) =>
        new("/problems/wrong-body", 400, "Wrong body", detail) { Parameter = member };

    public static ApiProblem UnknownVerdict(string id) =>
        new("/problems/unknown-verdict", 404, "Unknown verdict", $"There is no verdict «{Shown(id)}»; GET /api/v1/verdicts lists them.") { Parameter = "id" };

    public static ApiProblem KeyNeeded(string scope, bool wrong) =>
        new("/problems/key-needed", 401, "Key needed", wrong
            ? $"This key opens nothing here: it was mistyped, revoked, or made elsewhere. Ask the operator for one that opens «{scope}»."
            : $"Send a key that opens «{scope}», as «Authorization: Bearer …» or «X-Api-Key: …». The operator makes one with «dccourseindex keys add --scope {scope}».");

    public static ApiProblem ScopeNeeded(string scope, string prefix, string opens) =>
        new("/problems/scope-needed", 403, "Another scope needed", $"The key {prefix}… opens {opens}, and this address needs «{scope}». Ask the operator for such a key.");

    public static ApiProblem StrangeForm() =>
        new("/problems/strange-form", 403, "Strange form", "This form did not come from a page of the desk that is still open. Open the page again and send it from there.");

    public static ApiProblem OfStatus(int status) => status switch
    {
        404 => new("/problems/not-found", 404, "Not found", "There is nothing at this address. The addresses are listed in /openapi/v1.json."),
        405 => new("/problems/method-not-allowed", 405, "Method not allowed", "This address does not take this method; the header Allow names those it takes."),
        413 => new("/problems/too-large", 413, "Too large", "The body is larger than 1 MiB; send fewer listings at once."),
        415 => new("/problems/unsupported-media-type", 415, "Unsupported media type", "Send the body as application/json."),
        500 => new("/problems/internal-error", 500, "Internal error", "The service failed on this request; the failure is in its log."),
        _ => new($"/problems/status-{status}", status, $"Status {status}", "The request was not served."),
    };

    public static ApiProblem OperatorsOnly() =>
        new("/problems/operators-only", 403, "For operators", "Figures of operation are shown to this machine and private networks; «telemetry.readers» in dccourseindex.yml says to whom.");

    /// <summary>What somebody sent, short enough to be said back.</summary>
    private static string Shown(string sent) => sent.Length <= 60 ? sent : string.Concat(sent.AsSpan(0, 60), "…");
}
