using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Links;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Work;

/// <summary>Does the crawl role's work: the same for the schedule, for verbs at the terminal and for requests from other processes.</summary>
public sealed class CrawlWork(
    IReadOnlyList<SourceDefinition> sources,
    ICourseCatalog catalog,
    SourceRuns runs,
    PageFetchers fetchers,
    ListingImport import,
    Retag retag,
    HeldRuns held,
    RunHistory history,
    LinkCheck links,
    SourceTurns turns,
    Tidying tidying,
    DuplicateOrders duplicates,
    PortalOrders portals)
{
    private const int SourcesAtOnce = 4;

    /// <summary>Carries out an order. Wrong orders are answered with exit code 2; cancelling ends at the next boundary with what is done.</summary>
    public async Task<WorkAnswer> DoAsync(WorkOrder order, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        await (order.DryRun ? tidying.KnowAsync(ct) : tidying.HeedAsync(ct));
        var answer = await CarryOutAsync(order, progress, ct);
        if (answer.Retagged is { Changed: > 0, DryRun: false } || answer.Reports.Any(report => report.State == RunState.Promoted))
        {
            await duplicates.AfterRunAsync(ct);
        }

        return answer;
    }

    private Task<WorkAnswer> CarryOutAsync(WorkOrder order, IProgress<HarvestProgress>? progress, CancellationToken ct) => order.Verb switch
    {
        WorkOrder.Harvest => HarvestAsync(order, progress, ct),
        WorkOrder.Import => ImportAsync(order, progress, ct),
        WorkOrder.Retag => RetagAsync(order, progress, ct),
        WorkOrder.Links => LinksAsync(order, progress, ct),
        WorkOrder.Accept => JudgeAsync(order, held.AcceptAsync, ct),
        WorkOrder.Discard => JudgeAsync(order, held.DiscardAsync, ct),
        WorkOrder.Forget when order.Forgotten is { } entry => ForgetAsync(entry, ct),
        WorkOrder.Join => duplicates.SayAsync(DuplicateWord.Join, order, ct),
        WorkOrder.Split => duplicates.SayAsync(DuplicateWord.Split, order, ct),
        WorkOrder.Duplicates => duplicates.RebuildAsync(ct),
        WorkOrder.Look => portals.LookAsync(order, ct),
        WorkOrder.AddSource => portals.AddAsync(order, ct),
        WorkOrder.DropSource => portals.DropAsync(order, ct),
        _ => Task.FromResult(WorkAnswer.Refused($"The crawl role knows no «{order.Verb}»; it knows {string.Join(", ", WorkOrder.Verbs)}.")),
    };

    private async Task<WorkAnswer> ForgetAsync(Forgotten entry, CancellationToken ct)
    {
        var done = await tidying.ForgetAsync(entry, ct);
        return new WorkAnswer(0, [], entry.Kind == Forgotten.CourseKind
            ? done.Courses > 0 ? "The course is taken out and will not be listed again." : "The catalogue has no such course; it will not be listed from now on."
            : $"The name is taken out of {done.Listings} listings and will be taken out of every later one.");
    }

    private async Task<WorkAnswer> HarvestAsync(WorkOrder order, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        var (wanted, refusal) = Choose(order.Sources);
        if (refusal is not null)
        {
            return WorkAnswer.Refused(refusal);
        }

        // Nothing is wrong with a portal that was never asked: no run, no rest, no alarm.
        if (wanted.Select(fetchers.Unready).OfType<string>().FirstOrDefault() is { } unready)
        {
            return WorkAnswer.Refused(unready);
        }

        var reports = new HarvestReport?[wanted.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = SourcesAtOnce, CancellationToken = CancellationToken.None };
        await Parallel.ForAsync(0, wanted.Count, parallel, async (i, _) =>
            reports[i] = ct.IsCancellationRequested ? null : await runs.HarvestAsync(wanted[i], progress, ct, RecordingOf(order, wanted[i]), order.Full));

        var skipped = string.Join(" ", await Task.WhenAll(wanted.Where((_, i) => reports[i] is null).Select(runs.WhyNotAsync)));
        var done = reports.OfType<HarvestReport>().ToList();
        return new WorkAnswer(
            skipped.Length > 0 || done.Exists(IsFailure) ? 1 : 0,
            done,
            skipped.Length > 0 ? skipped : null);
    }

    /// <summary>Each source records into a folder of its own.</summary>
    private static string? RecordingOf(WorkOrder order, SourceDefinition source) =>
        order.Record is null ? null : Path.Combine(order.Record, source.Name);

    private (IReadOnlyList<SourceDefinition> Sources, string? Refusal) Choose(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            SourceDefinition[] enabled = [.. sources.Where(source => source.Enabled)];
            return enabled.Length == 0
                ? ([], "No source is enabled. Set «enabled: true» in a file under config/sources.")
                : (enabled, null);
        }

        var unknown = names.Where(name => sources.All(source => source.Name != name)).ToList();
        if (unknown.Count > 0)
        {
            return ([], $"No source of that name: {string.Join(", ", unknown)}. There are {string.Join(", ", sources.Select(source => source.Name))}. A file that was added while the service runs counts after its restart.");
        }

        SourceDefinition[] wanted = [.. sources.Where(source => names.Contains(source.Name))];
        var disabled = wanted.FirstOrDefault(source => !source.Enabled);
        return disabled is null
            ? (wanted, null)
            : ([], $"The source «{disabled.Name}» is not enabled. Set «enabled: true» in {disabled.File}.");
    }

    private async Task<WorkAnswer> ImportAsync(WorkOrder order, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        var name = order.Sources.Count == 1 ? order.Sources[0] : "";
        if (!CourseId.IsSourceName(name))
        {
            return WorkAnswer.Refused($"«{name}» cannot name a source: 2 to 40 of a-z, 0-9 and hyphen.");
        }

        if (sources.FirstOrDefault(source => source.Name == name && source.IsRefused) is { } refusing)
        {
            return WorkAnswer.Refused($"The owner of «{name}» refused ({refusing.File}), so nothing of it is taken.");
        }

        if (order.File is null || !File.Exists(order.File))
        {
            return WorkAnswer.Refused($"There is no file {order.File}.");
        }

        if (!order.NewSource && await MistypedAsync(name, ct) is { } meant)
        {
            return WorkAnswer.Refused($"There is no source «{name}» yet; did you mean «{meant}»? Name that one, or add --new to begin a new source.");
        }

        await using var turn = await turns.TryTakeAsync(name, ct);
        if (turn is null)
        {
            return WorkAnswer.Refused($"A run of «{name}» is going on. Wait for its end or stop it with «pause {name}».");
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, turn.Lost);
        var report = await import.ImportAsync(new ImportOrder(order.File, name, order.Complete, tidying.TraitsOf(name)) { Node = turn.Node, Fence = turn.Fence }, progress, end.Token);
        return new WorkAnswer(report.Refused > 0 || IsFailure(report) ? 1 : 0, [report]);
    }

    /// <summary>The source that a name probably means; null where a source has that name, or none is like it.</summary>
    private async Task<string?> MistypedAsync(string name, CancellationToken ct)
    {
        string[] names = [.. sources.Select(source => source.Name).Union((await catalog.SourcesAsync(ct)).Select(status => status.Name))];
        return names.Contains(name) ? null : NearestWord.Of(name, names);
    }

    private async Task<WorkAnswer> RetagAsync(WorkOrder order, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        var source = order.Sources.Count == 0 ? null : order.Sources[0];
        if (source is not null && (await catalog.SourcesAsync(ct)).All(known => known.Name != source))
        {
            return WorkAnswer.Refused($"The catalogue has no course of a source «{source}». «status» lists the sources.");
        }

        return await retag.RunAsync(source, order.DryRun, tidying.TraitsOf, progress, ct) is { } report
            ? new WorkAnswer(report.Refused > 0 ? 1 : 0, [], null, report)
            : WorkAnswer.Refused("Courses are being tagged again already. Wait for the end of that, then give the order anew.");
    }

    private async Task<WorkAnswer> LinksAsync(WorkOrder order, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        var known = (await catalog.SourcesAsync(ct)).Select(source => source.Name).ToHashSet(StringComparer.Ordinal);
        if (order.Sources.FirstOrDefault(source => !known.Contains(source)) is { } unknown)
        {
            return WorkAnswer.Refused($"The catalogue has no course of a source «{unknown}». «status» lists the sources.");
        }

        return await links.ByHandAsync(order.Sources, order.All, progress, ct) is { } report
            ? new WorkAnswer(report.Note is null ? 0 : 1, [], report.Note, Links: report)
            : WorkAnswer.Refused("A check of the links is going on. Wait for its end; «status» shows the last one.");
    }

    private async Task<WorkAnswer> JudgeAsync(WorkOrder order, Func<long, CancellationToken, Task<HarvestReport?>> judge, CancellationToken ct)
    {
        var report = await judge(order.Run, ct);
        return report is null ? WorkAnswer.Refused(await WhyNotHeldAsync(order.Run, ct)) : new WorkAnswer(0, [report]);
    }

    private async Task<string> WhyNotHeldAsync(long run, CancellationToken ct) => await history.FindAsync(run, ct) switch
    {
        null => $"There is no run {run}. «status» lists the held runs.",
        { State: RunState.Promoted, HeldBecause: not null } report => $"Run {run} of {report.Source} was accepted before.",
        { State: RunState.Promoted } report => $"Run {run} of {report.Source} was never held; its courses are in the catalogue.",
        { State: RunState.Discarded } report => $"Run {run} of {report.Source} was dropped. {report.Failure}".TrimEnd(),
        var report => $"Run {run} of {report.Source} is not held: it is {Wire.Name(report.State)}.",
    };

    private static bool IsFailure(HarvestReport report) =>
        report.State is RunState.Failed or RunState.Held or RunState.Open || report.Refused > 0;
}
