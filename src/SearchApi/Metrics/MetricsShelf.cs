using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>Collects all figures of this process when they are asked for; one collection at a time.</summary>
internal sealed class MetricsShelf : IDisposable
{
    /// <summary>Of a request only what tells how the service fares; the address alone would be one row for every course.</summary>
    private static readonly string[] OfRequests = ["http.request.method", "http.route", "http.response.status_code"];

    private readonly GlanceReading glance;
    private readonly PrometheusText text = new();
    private readonly BaseExportingMetricReader reader;
    private readonly MeterProvider provider;
    private readonly SemaphoreSlim gate = new(1, 1);

    public MetricsShelf(IMeterFactory meters, GlanceReading glance)
    {
        this.glance = glance;
        reader = new BaseExportingMetricReader(text);
        provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter([.. ServiceMeters.All])
            .AddView(instrument => View(instrument, meters))
            .AddReader(reader)
            .Build();
    }

    /// <summary>The figures of now as <see cref="PrometheusText"/>.</summary>
    public async Task<string> CollectAsync(CancellationToken ct)
    {
        await glance.RefreshAsync(ct);
        await gate.WaitAsync(ct);
        try
        {
            reader.Collect();
            return text.Text;
        }
        finally
        {
            gate.Release();
        }
    }

    // Listening goes by name, so whatever another container of this process measures is heard as well; it is not ours to tell.
    private static MetricStreamConfiguration? View(Instrument instrument, IMeterFactory meters) =>
        instrument.Meter.Scope is { } scope && scope != meters ? MetricStreamConfiguration.Drop
        : instrument.Name == "http.server.request.duration" ? new MetricStreamConfiguration { TagKeys = OfRequests }
        : null;

    public void Dispose()
    {
        provider.Dispose();
        reader.Dispose();
        text.Dispose();
        gate.Dispose();
    }
}
