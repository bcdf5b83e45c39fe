using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Metrics;

namespace DcCourseIndex.Host.Settings;

/// <summary>The settings under <c>telemetry</c>: who sees the figures of operation, and where they are sent.</summary>
internal static class TelemetryKeys
{
    public static readonly IReadOnlyList<SettingsKey> All =
    [
        new("telemetry.readers", "near", "who may read /metrics and /health/deep: near (this machine and private networks), everybody or nobody",
            (settings, text) => Enum.GetValues<OperationReaders>().Select(readers => (Readers: readers, Name: Wire.Name(readers))).FirstOrDefault(known => known.Name == text) is { Name: not null } found
                ? (settings with { Telemetry = settings.Telemetry with { Readers = found.Readers } }, null)
                : (settings, "is neither near nor everybody nor nobody")),
        new("telemetry.otlp", "", "address of a collector that takes metrics and traces by OTLP over HTTP, such as http://127.0.0.1:4318; empty: nothing is sent",
            (settings, text) => text.Length == 0 ? (settings, null)
                : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                    ? (settings with { Telemetry = settings.Telemetry with { Otlp = address } }, null)
                    : (settings, "is not an http or https address")),
    ];
}
