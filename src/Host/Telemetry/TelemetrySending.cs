using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.SearchApi.Metrics;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DcCourseIndex.Host.Telemetry;

/// <summary>Sends metrics every minute and traces as they end to a collector by OTLP; a collector that does not answer costs nothing but what it misses.</summary>
internal sealed class TelemetrySending(Uri collector, GlanceReading glance) : BackgroundService
{
    /// <summary>Time between two readings of the catalogue for the gauges.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private MeterProvider? meters;
    private TracerProvider? traces;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("dccourseindex", serviceInstanceId: Environment.MachineName);
        Action<OtlpExporterOptions> To(string path) => options => (options.Protocol, options.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(collector, path));
        meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter([.. ServiceMeters.All]).AddOtlpExporter(To("v1/metrics")).Build();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource(HarvestTrace.Name, "Microsoft.AspNetCore", "System.Net.Http")
            .AddProcessor<AddressSparing>()
            .AddOtlpExporter(To("v1/traces"))
            .Build();
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => glance.KeepFreshAsync(Pause, stoppingToken);

    public override void Dispose()
    {
        traces?.Dispose();
        meters?.Dispose();
        base.Dispose();
    }
}
