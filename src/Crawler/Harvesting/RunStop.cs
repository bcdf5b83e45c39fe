using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Schedule;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>
/// What makes one run leave off before its end: its time is over, its night hours are over, an operator paused the source, or the portal asked to be
/// left alone. The run then stays open at its last recorded page and goes on from there.
/// </summary>
public sealed class RunStop : IDisposable
{
    private readonly CancellationTokenSource source;
    private readonly List<ITimer> timers = [];
    private readonly Func<CancellationToken, Task<string?>>? atBoundary;
    private readonly CancellationToken program;
    private string? reason;

    private RunStop(Func<CancellationToken, Task<string?>>? atBoundary, CancellationToken program)
    {
        (this.atBoundary, this.program) = (atBoundary, program);
        source = CancellationTokenSource.CreateLinkedTokenSource(program);
    }

    /// <summary>Cancelled when the run must leave off at once.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Why the run leaves off, as a sentence; null: nothing of this kind, or the program itself stops.</summary>
    public string? Reason => Volatile.Read(ref reason);

    /// <summary>The portal's own wish to be left alone; null where it has none.</summary>
    public PageFailure? AskedToWait { get; private set; }

    /// <summary>
    /// Bounds a run that begins now. Night hours count only for a <paramref name="scheduled"/> run. <paramref name="atBoundary"/> is asked
    /// after every page and answers with the sentence why the run must leave off there, or null.
    /// </summary>
    public static RunStop For(
        SourceDefinition source, TimeSpan longest, bool scheduled, TimeProvider clock, Func<CancellationToken, Task<string?>>? atBoundary, CancellationToken program)
    {
        var stop = new RunStop(atBoundary, program);
        stop.After(longest, clock, $"The run took {Hours(longest)}, the longest that one may take (harvest: longestRun), and was left at a page boundary; it goes on next time.");
        if (scheduled && NightWindow.UntilClosed(source.Politeness.Window, clock.GetUtcNow()) is { } open)
        {
            stop.After(open, clock, $"The hours in which {source.Name} may be asked ended at {source.Politeness.Window!.Value.To:HH\\:mm}, and the run was left at a page boundary; it goes on when they begin again.");
        }
        return stop;
    }

    /// <summary>The portal wants to be left alone: the run leaves off here.</summary>
    public void PortalAsks(PageFailure wish)
    {
        AskedToWait = wish;
        Interlocked.CompareExchange(ref reason, wish.Message, null);
    }

    /// <summary>Whether the run leaves off at the page boundary where it stands.</summary>
    public async Task<bool> IsAtEndAsync()
    {
        if (Reason is null && atBoundary is not null && await atBoundary(program) is { } why)
        {
            Interlocked.CompareExchange(ref reason, why, null);
        }
        return Reason is not null || Token.IsCancellationRequested;
    }

    public void Dispose()
    {
        timers.ForEach(timer => timer.Dispose());
        source.Dispose();
    }

    private void After(TimeSpan time, TimeProvider clock, string why) => timers.Add(clock.CreateTimer(
        _ =>
        {
            Interlocked.CompareExchange(ref reason, why, null);
            try
            {
                source.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The run ended in this very moment.
            }
        },
        null, time, Timeout.InfiniteTimeSpan));

    private static string Hours(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalHours:0.#} h")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
