using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>
/// Writes collected figures as text that Prometheus and its kin read (exposition format 0.0.4). Names are those of OpenTelemetry in Prometheus' way: dots become
/// underscores, the unit is spelt out at the end, sums that only grow end with <c>_total</c> (OpenTelemetry, «Prometheus and OpenMetrics Compatibility»).
/// </summary>
internal sealed class PrometheusText : BaseExporter<Metric>
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>What the last collection brought.</summary>
    public string Text { get; private set; } = "";

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var text = new StringBuilder();
        foreach (var metric in batch)
            Write(text, metric);
        Text = text.ToString();
        return ExportResult.Success;
    }

    /// <summary>The name under which Prometheus knows an instrument.</summary>
    internal static string NameOf(string instrument, string unit, bool grows)
    {
        var name = new StringBuilder(instrument.Length + 16);
        foreach (var letter in instrument)
            name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        var spelt = unit switch { "s" => "seconds", "ms" => "milliseconds", "By" => "bytes", "%" => "percent", _ => "" };
        if (spelt.Length > 0 && !name.ToString().EndsWith(spelt, StringComparison.Ordinal))
            name.Append('_').Append(spelt);
        return grows ? name.Append("_total").ToString() : name.ToString();
    }

    private static void Write(StringBuilder text, Metric metric)
    {
        var grows = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        var name = NameOf(metric.Name, metric.Unit, grows);
        text.Append("# HELP ").Append(name).Append(' ').Append(metric.Description.Replace("\\", "\\\\", StringComparison.Ordinal).ReplaceLineEndings(" ")).Append('\n')
            .Append("# TYPE ").Append(name).Append(grows ? " counter\n" : metric.MetricType == MetricType.Histogram ? " histogram\n" : " gauge\n");
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            if (metric.MetricType == MetricType.Histogram)
                WriteHistogram(text, name, point);
            else
                WriteLine(text, name, Labels(point), Value(metric.MetricType, point));
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, in MetricPoint point)
    {
        var labels = Labels(point);
        long below = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            WriteLine(text, $"{name}_bucket", labels + (labels.Length > 0 ? "," : "") + $"le=\"{Number(bucket.ExplicitBound)}\"", below);
        }
        WriteLine(text, $"{name}_sum", labels, point.GetHistogramSum());
        WriteLine(text, $"{name}_count", labels, point.GetHistogramCount());
    }

    private static double Value(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        MetricType.DoubleGauge => point.GetGaugeLastValueDouble(),
        _ => double.NaN,
    };

    private static string Labels(in MetricPoint point)
    {
        var labels = new StringBuilder();
        foreach (var (key, value) in point.Tags)
        {
            labels.Append(labels.Length > 0 ? "," : "");
            foreach (var letter in key)
                labels.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
            labels.Append("=\"").Append(Convert.ToString(value, CultureInfo.InvariantCulture)!
                .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")).Append('"');
        }
        return labels.ToString();
    }

    private static void WriteLine(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : double.IsNaN(value) ? "NaN" : value.ToString("R", CultureInfo.InvariantCulture);
}
