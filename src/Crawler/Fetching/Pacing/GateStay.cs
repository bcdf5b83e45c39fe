namespace DcCourseIndex.Crawler.Fetching.Pacing;

/// <summary>One request's stay with a host, from the moment at which it may be sent to the end of its answer.</summary>
internal sealed class GateStay(IDisposable turn, SharedHost? shared, HostRest? rest) : IAsyncDisposable
{
    private TimeSpan spared;

    /// <summary>The host's wish to be left alone, which another node heard; null: the request may be sent.</summary>
    public HostRest? Rest => rest;

    /// <summary>The host asked to be spared for so long from now on; others than this request heed it as a longer pause.</summary>
    public void Spare(TimeSpan time) => spared = time;

    public async ValueTask DisposeAsync()
    {
        if (shared is not null)
        {
            await shared.LeaveAsync(asked: true, spared);
        }

        turn.Dispose();
    }
}
