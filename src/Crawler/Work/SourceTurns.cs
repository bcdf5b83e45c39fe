using System.Collections.Concurrent;

namespace DcCourseIndex.Crawler.Work;

/// <summary>Sees to it that no two runs of one source overlap in this process; the role's lock keeps other processes out.</summary>
public sealed class SourceTurns
{
    private readonly ConcurrentDictionary<string, bool> running = new(StringComparer.Ordinal);

    /// <summary>Takes the source's turn until disposed; null where a run is going on.</summary>
    public IDisposable? TryTake(string source) => running.TryAdd(source, true) ? new Turn(running, source) : null;

    private sealed class Turn(ConcurrentDictionary<string, bool> running, string source) : IDisposable
    {
        public void Dispose() => running.TryRemove(source, out _);
    }
}
