namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>
/// The time limits of one attempt: until the headers are there, from one stretch of the body to the next, and altogether.
/// The first that passes cancels <see cref="Token"/> and says itself in <see cref="Passed"/>.
/// </summary>
internal sealed class AttemptClock : IDisposable
{
    private readonly FetchSettings settings;
    private readonly CancellationTokenSource source;
    private readonly ITimer whole;
    private readonly ITimer stretch;
    private long bytes;
    private bool reading;
    private string? passed;

    public AttemptClock(FetchSettings settings, TimeProvider clock, CancellationToken ct)
    {
        this.settings = settings;
        source = CancellationTokenSource.CreateLinkedTokenSource(ct);
        whole = clock.CreateTimer(_ => Pass($"did not answer completely within {Seconds(settings.AttemptTimeout)} s"), null, settings.AttemptTimeout, Timeout.InfiniteTimeSpan);
        stretch = clock.CreateTimer(_ => Look(), null, settings.FirstByteTimeout, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => source.Token;

    /// <summary>Which limit was passed, as half a sentence; null: none.</summary>
    public string? Passed => Volatile.Read(ref passed);

    /// <summary>The headers are there; from now on the body must keep coming.</summary>
    public void BodyBegins()
    {
        Volatile.Write(ref reading, true);
        stretch.Change(settings.DripWindow, Timeout.InfiniteTimeSpan);
    }

    public void Received(int count) => Interlocked.Add(ref bytes, count);

    public void Dispose()
    {
        whole.Dispose();
        stretch.Dispose();
        source.Dispose();
    }

    private void Look()
    {
        if (!Volatile.Read(ref reading))
        {
            Pass($"did not begin to answer within {Seconds(settings.FirstByteTimeout)} s");
        }
        else if (Interlocked.Exchange(ref bytes, 0) < settings.LeastBytes)
        {
            Pass($"answers too slowly, with less than {settings.LeastBytes} bytes in {Seconds(settings.DripWindow)} s");
        }
        else
        {
            stretch.Change(settings.DripWindow, Timeout.InfiniteTimeSpan);
        }
    }

    private void Pass(string limit)
    {
        Interlocked.CompareExchange(ref passed, limit, null);
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The attempt ended in this very moment.
        }
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}
