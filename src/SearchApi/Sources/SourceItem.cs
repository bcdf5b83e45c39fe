using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Sources;

/// <summary>A source as readers see it: what it has, and how its last run went.</summary>
internal sealed record SourceItem
{
    public required string Name { get; init; }

    /// <summary>What people call it, where that is known.</summary>
    public string? Title { get; init; }

    /// <summary><c>ok</c>, <c>running</c>, <c>paused</c>, <c>held</c> (the last run waits for an operator), <c>failed</c>, or <c>never</c> (no complete run yet).</summary>
    public required string State { get; init; }
    public required bool Paused { get; init; }
    public required int Active { get; init; }
    public required int Missing { get; init; }
    public required int Retired { get; init; }
    public DateTimeOffset? LastComplete { get; init; }
    public RunItem? LastRun { get; init; }

    public static SourceItem Of(SourceStatus status, string? title)
    {
        var last = status.Reports is [var newest, ..] ? newest : null;
        return new()
        {
            Name = status.Name,
            Title = title,
            State = status.Paused ? "paused" : last?.State switch
            {
                RunState.Open => "running",
                RunState.Held => "held",
                RunState.Failed => "failed",
                _ => status.LastComplete is null ? "never" : "ok",
            },
            Paused = status.Paused,
            Active = status.Active,
            Missing = status.Missing,
            Retired = status.Retired,
            LastComplete = status.LastComplete,
            LastRun = last is null ? null : RunItem.Of(last),
        };
    }
}

/// <summary>A run in figures; refusals and failures in words are for operators and stay out.</summary>
internal sealed record RunItem(long Run, string State, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int Found, int New, int Changed, int Unchanged, int Missing, int Retired, int Refused)
{
    public static RunItem Of(HarvestReport report) => new(
        report.Run, report.State.ToString().ToLowerInvariant(), report.StartedAt, report.EndedAt,
        report.Found, report.New, report.Changed, report.Unchanged, report.Missing, report.Retired, report.Refused);
}

/// <summary>All sources that ever ran, by name.</summary>
internal sealed record SourceList(IReadOnlyList<SourceItem> Items);
