using System.Globalization;

namespace DcCourseIndex.Host.Composition;

/// <summary>The clock of a process: the machine's, or, for trials of what wrong clocks do, one that is so many seconds ahead of it, or steps when a file says so.</summary>
internal sealed class ShiftedClock(Func<TimeSpan> ahead) : TimeProvider
{
    /// <summary>The environment variable that says by how many seconds (negative: behind), or names the file that says it and may change.</summary>
    public const string Variable = "DCCOURSEINDEX_CLOCK_AHEAD";

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead();

    /// <summary>What is wrong with the variable, as a sentence with the remedy; null: nothing.</summary>
    public static string? Problem(IReadOnlyDictionary<string, string> environment) => environment.GetValueOrDefault(Variable) is not { Length: > 0 } said || Seconds(said) is not null || File.Exists(said)
        ? null
        : $"{Variable} is «{said}», neither a number of seconds nor a file with one; write it like -120, or leave it out.";

    public static TimeProvider OfEnvironment() => Of(Environment.GetEnvironmentVariable(Variable));

    internal static TimeProvider Of(string? said) => said is not { Length: > 0 } ? System
        : Seconds(said) is { } fixedly ? fixedly == TimeSpan.Zero ? System : new ShiftedClock(() => fixedly)
        : new ShiftedClock(new StepsOfAFile(said).Now);

    private static TimeSpan? Seconds(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) <= TimeSpan.SecondsPerDay * 366
        ? TimeSpan.FromSeconds(seconds)
        : null;

    /// <summary>Looks into the file twice a second; what it holds while it is being written does not count.</summary>
    private sealed class StepsOfAFile(string path)
    {
        private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
        private readonly Lock gate = new();
        private TimeSpan last;
        private long looked = -1;

        public TimeSpan Now()
        {
            lock (gate)
            {
                if (looked < 0 || System.GetElapsedTime(looked) > LookEvery)
                {
                    (looked, last) = (System.GetTimestamp(), File.Exists(path) && Seconds(File.ReadAllText(path)) is { } said ? said : last);
                }

                return last;
            }
        }
    }
}
