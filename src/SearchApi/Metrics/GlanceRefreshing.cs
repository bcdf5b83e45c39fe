namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>Keeps the gauges fresh for somebody who does not ask: figures that are sent and not fetched.</summary>
public sealed class GlanceRefreshing
{
    private readonly GlanceReading glance;
    private readonly TimeProvider clock;

    internal GlanceRefreshing(GlanceReading glance, CatalogueGauges gauges, TimeProvider clock)
    {
        // The gauges must stand, though nobody calls them here.
        ArgumentNullException.ThrowIfNull(gauges);
        (this.glance, this.clock) = (glance, clock);
    }

    /// <summary>Reads the catalogue once in every pause until it is told to stop.</summary>
    public async Task KeepFreshAsync(TimeSpan pause, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await glance.RefreshAsync(ct);
                await Task.Delay(pause, clock, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopping.
        }
    }
}
