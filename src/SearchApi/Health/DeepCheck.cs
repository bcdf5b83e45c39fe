using Microsoft.Extensions.Hosting;

namespace DcCourseIndex.SearchApi.Health;

/// <summary>Gives the last deep look to whoever asks; one is taken at a time, and no sooner than <see cref="Fresh"/> after the last.</summary>
internal sealed class DeepCheck(DeepReport look, IHostApplicationLifetime life, TimeProvider clock)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private Task<Soundness>? last;
    private long taken;

    /// <summary>The last look, or a new one; who does not wait for it ends only the waiting.</summary>
    public Task<Soundness> LookAsync(CancellationToken ct)
    {
        lock (gate)
        {
            if (last is null || last.IsCompleted && (!last.IsCompletedSuccessfully || clock.GetElapsedTime(taken) >= Fresh))
            {
                taken = clock.GetTimestamp();
                last = look(life.ApplicationStopping);
            }
            return last.WaitAsync(ct);
        }
    }
}
