using System.Collections.Concurrent;

namespace DcCourseIndex.Crawler.Fetching.Pacing;

/// <summary>One gate per host for the whole process: as many requests at a time as the source allows, and a pause between the end of one and the start of the next.</summary>
internal sealed class HostGates(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Gate> gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until the host may be asked; dispose what comes back when the answer has been read to its end.</summary>
    public async Task<IDisposable> EnterAsync(string host, TimeSpan delay, CancellationToken ct, int atOnce = 1)
    {
        var gate = gates.GetOrAdd(atOnce == 1 ? host : $"{host} {atOnce}", _ => new Gate(clock, atOnce));
        await gate.EnterAsync(delay, ct);
        return gate;
    }

    private sealed class Gate(TimeProvider clock, int atOnce) : IDisposable
    {
        // Lives as long as the process; there is nothing to release but the handle that nobody asks for.
#pragma warning disable CA2213
        private readonly SemaphoreSlim turn = new(atOnce, atOnce);
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
