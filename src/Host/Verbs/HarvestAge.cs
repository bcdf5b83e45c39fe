using System.Globalization;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Host.Verbs;

/// <summary>The watchdog's question: which source has not been harvested completely for too long? Pure.</summary>
public static class HarvestAge
{
    /// <summary>An age as written: <c>90m</c>, <c>26h</c> or <c>3d</c>; null where it is none or longer than ten years.</summary>
    public static TimeSpan? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 or > 5_256_000
            ? null
            : text[^1] switch
            {
                'm' => TimeSpan.FromMinutes(number),
                'h' when number <= 87_600 => TimeSpan.FromHours(number),
                'd' when number <= 3_650 => TimeSpan.FromDays(number),
                _ => null,
            };
    }

    /// <summary>
    /// A sentence for each enabled source that is not paused and whose last promoted complete run ended longer ago than the age;
    /// one that never had such a run is too old once it has been watched for longer than that.
    /// </summary>
    public static IReadOnlyList<string> TooOld(
        IEnumerable<WatchedSource> sources, IReadOnlyList<SourceStatus> known, IReadOnlyDictionary<string, DateTimeOffset> watchedSince, TimeSpan age, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(watchedSince);
        var statuses = known.ToDictionary(status => status.Name, StringComparer.Ordinal);
        return [.. sources.Where(source => source.Enabled).Select(source => Judge(source.Name, statuses.GetValueOrDefault(source.Name))).OfType<string>()];

        string? Judge(string name, SourceStatus? status) =>
            status?.Paused == true ? null
            : status?.LastComplete is { } last ? now - last > age ? $"{name}: the last complete run ended on {Words(last)}, {Ago(now - last)} ago." : null
            : watchedSince.TryGetValue(name, out var since) && now - since > age ? $"{name}: no complete run yet, though it is watched since {Words(since)}, {Ago(now - since)} ago."
            : null;
    }

    private static string Words(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Ago(TimeSpan time) => time.TotalDays >= 3
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0} days")
        : time.TotalHours >= 2 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0} hours")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} minutes");
}
