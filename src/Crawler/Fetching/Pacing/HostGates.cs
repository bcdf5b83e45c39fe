using System.Collections.Concurrent;

namespace DcCourseIndex.Crawler.Fetching.Pacing;

/// <summary>One gate per host for the whole process: as many requests at a time as the source may make, in the order they came, with a pause between the end of one and the start of the next.</summary>
internal sealed class HostGates(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, HostGate> gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until the host may be asked; dispose what comes back when the answer has been read to its end.</summary>
    public Task<IDisposable> EnterAsync(string host, TimeSpan delay, int atOnce, CancellationToken ct) =>
        gates.GetOrAdd(host, _ => new HostGate(clock)).EnterAsync(delay, atOnce, ct);

    /// <summary>The host's wish to be left alone; null where it has none, or its time has come.</summary>
    public HostRest? RestOf(string host) =>
        gates.TryGetValue(host, out var gate) && gate.Rest is { } rest && rest.Until > clock.GetUtcNow() ? rest : null;

    public void Rest(string host, HostRest rest) => gates.GetOrAdd(host, _ => new HostGate(clock)).Rest = rest;
}
