namespace DcCourseIndex.Crawler.Fetching.Pacing;

/// <summary>The gate of one host. Whoever comes first goes first, so that a request that wants the host for itself is not passed for ever by others.</summary>
internal sealed class HostGate(TimeProvider clock)
{
    private readonly Lock door = new();
    private readonly LinkedList<Turn> queue = [];

    // The ends of the last requests, the newest first, as many as may ever be at once.
    private readonly LinkedList<long> ends = [];
    private int inside;
    private volatile HostRest? rest;

    /// <summary>The host's wish to be left alone; null: it has none.</summary>
    public HostRest? Rest
    {
        get => rest;
        set => rest = value;
    }

    /// <summary>Waits for a free place among <paramref name="atOnce"/> and for the pause that this place is owed.</summary>
    public async Task<IDisposable> EnterAsync(TimeSpan delay, int atOnce, CancellationToken ct)
    {
        var turn = new Turn(atOnce);
        lock (door)
        {
            queue.AddLast(turn);
            Admit();
        }
        await using var cancel = ct.UnsafeRegister(_ => Abandon(turn, ct), null);
        var place = await turn.Admitted.Task;
        try
        {
            if (delay > TimeSpan.Zero && EndOf(place) is { } last && delay - clock.GetElapsedTime(last) is { Ticks: > 0 } pause)
            {
                await Pause.WaitAsync(pause, clock, ct);
            }
        }
        catch (OperationCanceledException)
        {
            Leave(asked: false);
            throw;
        }
        return new Stay(this);
    }

    // With three places free, the end before the third-last is the one that frees this one.
    private long? EndOf(int place)
    {
        lock (door)
        {
            return ends.Count >= place ? ends.ElementAt(place - 1) : null;
        }
    }

    private void Abandon(Turn turn, CancellationToken ct)
    {
        lock (door)
        {
            if (queue.Remove(turn))
            {
                turn.Admitted.TrySetCanceled(ct);
                Admit();
            }
        }
    }

    private void Admit()
    {
        while (queue.First is { Value: var next } && inside < next.AtOnce)
        {
            queue.RemoveFirst();
            next.Admitted.SetResult(next.AtOnce - inside++);
        }
    }

    private void Leave(bool asked)
    {
        lock (door)
        {
            inside--;
            if (asked)
            {
                ends.AddFirst(clock.GetTimestamp());
                if (ends.Count > Sources.Politeness.MostAtOnce)
                {
                    ends.RemoveLast();
                }
            }
            Admit();
        }
    }

    private sealed record Turn(int AtOnce)
    {
        public TaskCompletionSource<int> Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Stay(HostGate gate) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                gate.Leave(asked: true);
            }
        }
    }
}

/// <summary>Until when a host asked to be left alone, and with which status (429 or 503); 0: another node leaves it alone because it kept failing.</summary>
internal sealed record HostRest(DateTimeOffset Until, int Status)
{
    public bool IsOfFailures => Status == 0;
}
