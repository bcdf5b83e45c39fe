using System.Globalization;

namespace DcCourseIndex.Benchmarks.Load;

/// <summary>What readers were answered: how many, how fast, and the first of what failed in full.</summary>
internal sealed class ReaderTally
{
    private const int Told = 20;
    private readonly Lock gate = new();
    private readonly List<double> milliseconds = [];
    private readonly SortedDictionary<string, int> kinds = new(StringComparer.Ordinal);
    private readonly List<string> failures = [];
    private int failed;

    public int Failed => failed;

    public void Answered(string kind, TimeSpan took)
    {
        lock (gate)
        {
            milliseconds.Add(took.TotalMilliseconds);
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }
    }

    public void NotAnswered(string kind, DateTimeOffset at, string why)
    {
        lock (gate)
        {
            failed++;
            if (failures.Count < Told)
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"{at:HH:mm:ss.fff} {kind}: {why}"));
        }
    }

    public string Report(TimeSpan took)
    {
        lock (gate)
        {
            milliseconds.Sort();
            return string.Create(CultureInfo.InvariantCulture, $"""
                {string.Concat(failures.Select(failure => failure + "\n"))}RESULT requests={milliseconds.Count + failed} failed={failed} seconds={took.TotalSeconds:0.0} {string.Join(' ', kinds.Select(kind => $"{kind.Key}={kind.Value}"))} p50={At(0.5):0.0} p95={At(0.95):0.0} p99={At(0.99):0.0} max={At(1):0.0}
                """);
        }
    }

    private double At(double part) => milliseconds.Count == 0 ? 0 : milliseconds[Math.Min(milliseconds.Count - 1, (int)(part * milliseconds.Count))];
}
