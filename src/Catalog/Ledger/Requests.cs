using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// A wish put to the crawl role through the catalogue, so that pages and verbs work where the roles run apart:
/// the role that holds the work takes it, reports progress in words, and leaves the answer.
/// </summary>
public sealed record WorkRequest(long Id, string Verb, string Argument, DateTimeOffset At, RequestState State, string? Progress, string? Answer, int? ExitCode);

/// <summary>How far a request is.</summary>
[JsonConverter(typeof(WireConverter<RequestState>))]
public enum RequestState
{
    [JsonStringEnumMemberName("waiting")] Waiting,
    [JsonStringEnumMemberName("taken")] Taken,
    [JsonStringEnumMemberName("done")] Done,
}
