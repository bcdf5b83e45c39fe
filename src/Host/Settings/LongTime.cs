using System.Globalization;

namespace DcCourseIndex.Host.Settings;

/// <summary>Reads times as they stand in settings: a number with <c>s</c>, <c>m</c> or <c>h</c>, such as <c>6h</c> or <c>90m</c>.</summary>
internal static class LongTime
{
    /// <summary>Null where it is none.</summary>
    public static TimeSpan? Read(string text)
    {
        double? seconds = text.Length == 0 ? null : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => null };
        return seconds is { } unit && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1_000_000
            ? TimeSpan.FromSeconds(number * unit)
            : null;
    }
}
