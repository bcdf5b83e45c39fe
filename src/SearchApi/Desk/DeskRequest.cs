using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Desk;

/// <summary>A request to the crawl role as the desk shows it. What it asks and what was answered are read from the row: there is no other way between the two.</summary>
internal sealed record DeskRequest(WorkRequest Row, AskedWork Asked, AnsweredWork? Answered)
{
    public static DeskRequest Of(WorkRequest row) => new(row, Read<AskedWork>(row.Argument) ?? new(), row.Answer is null ? null : Read<AnsweredWork>(row.Answer));

    /// <summary><c>waiting</c>, <c>taken</c>, <c>done</c>, or <c>refused</c> where it was not done.</summary>
    public string State => Row is { State: RequestState.Done, ExitCode: not 0 } ? "refused" : Wire.Name(Row.State);

    private static T? Read<T>(string json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Wire.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The members of an order that the desk fills in.</summary>
internal sealed record AskedWork
{
    public string Verb { get; init; } = "";
    public string? By { get; init; }
    public long Run { get; init; }
    public long Request { get; init; }
    public IReadOnlyList<string> Courses { get; init; } = [];
    public IReadOnlyList<string> Sources { get; init; } = [];
    public string? Address { get; init; }
    public bool Undo { get; init; }
}

/// <summary>The members of an answer that the desk shows.</summary>
internal sealed record AnsweredWork
{
    public string? Message { get; init; }
    public PortalProposal? Portal { get; init; }
}
