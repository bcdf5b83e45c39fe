using System.Diagnostics;

namespace DcCourseIndex.Crawler.Tests.Hostile;

/// <summary>Looks at the memory of this process many times a second and keeps the highest value above that at the start, which is taken after a collection.</summary>
internal sealed class PeakMemory : IAsyncDisposable
{
    private readonly CancellationTokenSource over = new();
    private readonly (long Managed, long Resident) idle;
    private readonly Task looking;
    private (long Managed, long Resident) peak;

    private PeakMemory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        idle = peak = Now();
        looking = Task.Run(LookAsync);
    }

    public static PeakMemory Start() => new();

    /// <summary>In bytes: what the collector had handed out, and what the machine had given to the process.</summary>
    public async Task<(long Managed, long Resident)> StopAsync()
    {
        await over.CancelAsync();
        await looking;
        return (peak.Managed - idle.Managed, peak.Resident - idle.Resident);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        over.Dispose();
    }

    private async Task LookAsync()
    {
        while (!over.IsCancellationRequested)
        {
            var (managed, resident) = Now();
            peak = (Math.Max(peak.Managed, managed), Math.Max(peak.Resident, resident));
            await Task.Delay(TimeSpan.FromMilliseconds(5), over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static (long Managed, long Resident) Now()
    {
        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: false), process.WorkingSet64);
    }
}
