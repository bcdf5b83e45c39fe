using System.Globalization;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Crawler.Schedule;

namespace DcCourseIndex.Host.Settings;

/// <summary>One setting: its place in the file, what it means, and how its text becomes part of the settings.</summary>
internal sealed record SettingsKey(string Path, string Default, string Meaning, Func<ServiceSettings, string, (ServiceSettings Settings, string? Problem)> Set, bool Secret = false);

/// <summary>All settings that there are; everything else in the file is a mistake.</summary>
internal static class SettingsKeys
{
    public static readonly IReadOnlyList<SettingsKey> All =
    [
        new("contact", "", "e-mail address or web page of whoever answers for the harvest; without it no portal is asked",
            (settings, text) => (settings with { Contact = text.Length == 0 ? null : text }, text.Length == 0 || text.Contains('@') || Uri.IsWellFormedUriString(text, UriKind.Absolute)
                ? null
                : "is neither an e-mail address nor a web page")),
        new("publicAddress", "", "address under which people reach the pages",
            (settings, text) => text.Length == 0 ? (settings, null)
                : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                    ? (settings with { PublicAddress = address }, null)
                    : (settings, "is not an http or https address")),
        new("language.dictionary", "auto", "auto, none, or the path of a Ukrainian .dic file with its .aff beside it",
            (settings, text) => (settings with { Language = new LanguageSettings(text) }, text is "auto" or "none" || File.Exists(text) ? null : "is neither auto nor none nor a file")),
        new("catalog.engine", "sqlite", "where the catalogue is kept: sqlite, a file in the data folder, or postgres",
            (settings, text) => (settings with { Catalog = settings.Catalog with { Engine = text } }, text is "sqlite" or "postgres" ? null : "is neither sqlite nor postgres")),
        new("catalog.connection", "", "for postgres: Host=…;Database=…;Username=…;Password=…, or the name of the environment variable that holds it, such as $CATALOGUE",
            (settings, text) => (settings with { Catalog = settings.Catalog with { Connection = text.Length == 0 ? null : text } }, null), Secret: true),
        new("log.format", "text", "notes on standard error: text, a line for people, or json, an object a line for programs",
            (settings, text) => (settings with { Log = new LogSettings(text) }, text is "text" or "json" ? null : "is neither text nor json")),
        new("index.engine", SearchEngines.Default, $"the search engine: {SearchEngines.Explained}",
            (settings, text) => (settings with { Index = new EngineSettings(text) }, SearchEngines.Refusal(text))),
        new("queries.keepDays", "90", "days for which it is kept what people ask, without who (0 to 365); 0: nothing is kept",
            (settings, text) => Whole(text, 0, 365) is { } days
                ? (settings with { Queries = new QuerySettings(days) }, null)
                : (settings, "is not a whole number from 0 to 365")),
        new("lifecycle.retireAfterRuns", "3", "complete runs without a course before it is retired (1 to 100)",
            (settings, text) => Whole(text, 1, 100) is { } runs
                ? (settings with { Lifecycle = settings.Lifecycle with { RetireAfterRuns = runs } }, null)
                : (settings, "is not a whole number from 1 to 100")),
        new("lifecycle.retireAfterDays", "7", "days a course must have been missing before it is retired (0 to 1000)",
            (settings, text) => Whole(text, 0, 1000) is { } days
                ? (settings with { Lifecycle = settings.Lifecycle with { RetireAfterDays = days } }, null)
                : (settings, "is not a whole number from 0 to 1000")),
        new("harvest.longestRun", "6h", "time after which a run is left at its page boundary and goes on next time (1m to 48h)",
            (settings, text) => LongTime.Read(text) is { } time && time >= TimeSpan.FromMinutes(1) && time <= TimeSpan.FromHours(48)
                ? (settings with { Harvest = settings.Harvest with { LongestRun = time } }, null)
                : (settings, "is not a time from 1m to 48h")),
        new("harvest.mostRequests", "20000", "requests after which a run fails, because its portal's lists have no end (10 to 1000000)",
            (settings, text) => Whole(text, 10, 1_000_000) is { } most
                ? (settings with { Harvest = settings.Harvest with { MostRequests = most } }, null)
                : (settings, "is not a whole number from 10 to 1000000")),
        new("harvest.window", "", "hours of Kyiv time for scheduled runs of sources that name none, such as 01:00-06:00; empty: any",
            (settings, text) => text.Length == 0 ? (settings, null)
                : NightWindow.Parse(text) is { } window
                    ? (settings with { Harvest = settings.Harvest with { Window = window } }, null)
                    : (settings, "is not two times of day such as 01:00-06:00")),
        .. NodeKeys.All,
        .. AlarmKeys.All,
        .. ApiKeys.All,
        .. TelemetryKeys.All,
        new("links.perNight", "2000", "course addresses looked at in one night (0 to 100000); 0: none by themselves",
            (settings, text) => Whole(text, 0, 100_000) is { } looks
                ? (settings with { Links = settings.Links with { PerNight = looks } }, null)
                : (settings, "is not a whole number from 0 to 100000")),
        new("links.schedule", "30 3 * * *", "when the nightly check of links begins: cron in Europe/Kyiv",
            (settings, text) => CronText.Check(text) is { } wrong
                ? (settings, $"is no schedule: {wrong}")
                : (settings with { Links = settings.Links with { Schedule = text } }, null)),
    ];

    internal static int? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
