using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Sources;

/// <summary>A source as readers see it: what it has, and how its last run went.</summary>
internal sealed record SourceItem
{
    public required string Name { get; init; }

    /// <summary>What people call it, where that is known.</summary>
    public string? Title { get; init; }

    /// <summary><c>ok</c>, <c>running</c>, <c>paused</c>, <c>interrupted</c> (the last run was left at a page and goes on), <c>held</c> (the last run waits for an operator), <c>failed</c>, or <c>never</c> (no complete run yet).</summary>
    public required string State { get; init; }
    public required bool Paused { get; init; }
    public required int Active { get; init; }
    public required int Missing { get; init; }
    public required int Retired { get; init; }
    public DateTimeOffset? LastComplete { get; init; }
    public RunItem? LastRun { get; init; }

    /// <summary>Scheduled runs leave the source alone until then; absent where they do not.</summary>
    public RestItem? Rest { get; init; }

    /// <summary>What is wrong now; empty: nothing.</summary>
    public IReadOnlyList<AlarmItem> Alarms { get; init; } = [];

    /// <summary>Alarms newest first; only where one source is asked for.</summary>
    public IReadOnlyList<PastAlarm>? AlarmHistory { get; init; }

    /// <summary>The portal's own address; this and what follows is null for a source without a file.</summary>
    public Uri? Portal { get; init; }

    /// <summary>Cron in Kyiv time.</summary>
    public string? Schedule { get; init; }
    public SourcePermission? Permission { get; init; }
    public SourceRights? Export { get; init; }

    public static SourceItem Of(SourceStatus status, SourceAbout? about, string? title, DateTimeOffset now)
    {
        var last = status.Reports is [var newest, ..] ? newest : null;
        return new()
        {
            Name = status.Name,
            Title = title ?? about?.Title,
            State = status.Paused ? "paused" : last?.State switch
            {
                RunState.Open => last.End == HarvestEnd.Interrupted ? "interrupted" : "running",
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
            Rest = status.Rest is { } rest && rest.IsOn(now) ? new(rest.Until, rest.AskedByPortal ? "portal" : "failures", rest.Failures) : null,
            Portal = about?.Portal,
            Schedule = about?.Schedule,
            Permission = about?.Permission,
            Export = about?.Export,
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

/// <summary>Until when a source is left alone, and because of what: <c>failures</c> (so many runs in a row failed) or <c>portal</c> (it asked for it).</summary>
internal sealed record RestItem(DateTimeOffset Until, string Because, int Failures);

/// <summary>All sources that ever ran or are to be harvested, by name, and the state of the harvest itself.</summary>
internal sealed record SourceList(IReadOnlyList<SourceItem> Items, HarvestItem Harvest);

/// <summary>Whether the part of the service that harvests is alive, and when it was last; null: never.</summary>
internal sealed record HarvestItem(bool Alive, DateTimeOffset? LastAlive);
