using System.Globalization;

namespace DcCourseIndex.Host.Composition;

/// <summary>The clock of a process: the machine's, or, for trials of what wrong clocks do, one that is so many seconds ahead of it.</summary>
internal sealed class ShiftedClock(TimeSpan ahead) : TimeProvider
{
    /// <summary>The environment variable that says by how many seconds; negative: behind.</summary>
    public const string Variable = "DCCOURSEINDEX_CLOCK_AHEAD";

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    public static TimeProvider OfEnvironment() =>
        double.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds != 0
            ? new ShiftedClock(TimeSpan.FromSeconds(seconds))
            : System;
}
