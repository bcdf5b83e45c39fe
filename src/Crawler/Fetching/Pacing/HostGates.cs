using System.Collections.Concurrent;

namespace DcCourseIndex.Crawler.Fetching.Pacing;

/// <summary>One gate per host for the whole process: one request at a time, and a pause between the end of one and the start of the next.</summary>
internal sealed class HostGates(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Gate> gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until the host may be asked; dispose what comes back when the answer has been read to its end.</summary>
    public async Task<IDisposable> EnterAsync(string host, TimeSpan delay, CancellationToken ct)
    {
        var gate = gates.GetOrAdd(host, _ => new Gate(clock));
        await gate.EnterAsync(delay, ct);
        return gate;
    }

    private sealed class Gate(TimeProvider clock) : IDisposable
    {
        // Lives as long as the process; there is nothing to release but the handle that nobody asks for.
#pragma warning disable CA2213
        private readonly SemaphoreSlim turn = new(1, 1);
#pragma warning restore CA2213
        private long? ended;

        public async Task EnterAsync(TimeSpan delay, CancellationToken ct)
        {
            await turn.WaitAsync(ct);
            try
            {
                if (ended is { } last && delay - clock.GetElapsedTime(last) is { Ticks: > 0 } pause)
                {
                    await Task.Delay(pause, clock, ct);
                }
            }
            catch (OperationCanceledException)
            {
                turn.Release();
                throw;
            }
        }

        public void Dispose()
        {
            ended = clock.GetTimestamp();
            turn.Release();
        }
    }
}
