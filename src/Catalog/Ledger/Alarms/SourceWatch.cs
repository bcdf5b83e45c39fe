namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Judges every source as it stands now, for whoever asks: the crawl role, a verb, a page. Reads only, so it tells the truth also where the crawl role is down.</summary>
public sealed class SourceWatch(IReadOnlyList<WatchedSource> sources, ICourseCatalog catalog, HeldRuns held, WatchMarks marks, TimeProvider clock)
{
    /// <summary>The sources that are watched: those with a file.</summary>
    public IReadOnlyList<WatchedSource> Sources { get; } = sources;

    /// <summary>The alarms that stand now, by source; also for sources without a file, which can only wait for review.</summary>
    public async Task<IReadOnlyList<SourceAlarm>> StandingAsync(CancellationToken ct) => await StandingAsync(await catalog.SourcesAsync(ct), ct);

    /// <summary>The same for whoever has asked the catalogue for its sources already.</summary>
    public async Task<IReadOnlyList<SourceAlarm>> StandingAsync(IReadOnlyList<SourceStatus> statuses, CancellationToken ct)
    {
        var known = statuses.ToDictionary(status => status.Name, StringComparer.Ordinal);
        var waiting = (await held.ListAsync(ct)).ToLookup(run => run.Source, StringComparer.Ordinal);
        var since = await marks.SinceAsync(ct);
        var all = Sources.Concat(known.Keys.Except(Sources.Select(source => source.Name)).Select(name => new WatchedSource(name, Enabled: false)));
        return [.. all.OrderBy(source => source.Name, StringComparer.Ordinal).SelectMany(source => AlarmRules.Judge(Facts(source), clock.GetUtcNow()))];

        SourceFacts Facts(WatchedSource source)
        {
            var status = known.GetValueOrDefault(source.Name);
            // A held run may be older than the runs that a status shows.
            HarvestReport[] runs = [.. (status?.Reports ?? []).UnionBy(waiting[source.Name], run => run.Run).OrderByDescending(run => run.Run)];
            return new(source, status?.Paused == true, runs, status?.LastComplete, since.TryGetValue(source.Name, out var at) ? at : null);
        }
    }

    /// <summary>Whether the process that harvests at night is alive.</summary>
    public async Task<HarvestPulse> PulseAsync(CancellationToken ct)
    {
        var beat = await marks.LastBeatAsync(WatchMarks.Crawl, ct);
        return new(beat, clock.GetUtcNow() - beat <= WatchMarks.LongestSilence, Sources.Any(source => source.Enabled));
    }
}

/// <summary>When the crawl role was last alive (null: never), whether it is now, and whether any source is there for it to harvest.</summary>
public sealed record HarvestPulse(DateTimeOffset? LastAlive, bool Alive, bool Wanted)
{
    /// <summary>Nobody harvests though somebody should.</summary>
    public bool IsMissing => Wanted && !Alive;
}
