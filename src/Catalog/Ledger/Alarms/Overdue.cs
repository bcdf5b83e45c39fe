namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The dead man's switch: a complete run was due by the schedule and has not come, for whatever reason, also where nothing runs at all. Pure.</summary>
internal static class Overdue
{
    private static readonly TimeSpan LeastGrace = TimeSpan.FromHours(2);
    private static readonly TimeSpan MostGrace = TimeSpan.FromDays(1);

    /// <summary>After the due time passes half the time until the next one, at least two hours and at most a day.</summary>
    public static SourceAlarm? Judge(SourceFacts facts, IReadOnlyList<HarvestReport> runs, DateTimeOffset now)
    {
        // A held run was read to its end; that it waits for review is another alarm.
        var complete = runs.Where(run => run.End == HarvestEnd.Complete && run.State is not RunState.Failed).Select(run => run.EndedAt).Append(facts.LastComplete).Max();
        var from = complete > facts.WatchedSince || facts.WatchedSince is null ? complete : facts.WatchedSince;
        if (from is null || facts.Source.NextDue is not { } nextDue || nextDue(from.Value) is not { } due)
        {
            return null;
        }

        var grace = nextDue(due) is { } following ? (following - due) / 2 : MostGrace;
        grace = grace < LeastGrace ? LeastGrace : grace > MostGrace ? MostGrace : grace;
        return now <= due + grace
            ? null
            : new(facts.Source.Name, AlarmKind.Overdue, due,
                $"{(complete is null ? "No complete run yet" : $"The last complete run ended on {AlarmRules.Words(complete.Value)}")}; one was due on {AlarmRules.Words(due)}.",
                $"See whether the service with the role crawl is running («status») and what its log says; «harvest {facts.Source.Name}» runs the source now.");
    }
}
