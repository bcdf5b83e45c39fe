using System.Globalization;
using System.Text.Json;

namespace DcCourseIndex.SearchApi.Texts;

/// <summary>The texts of the pages in one language, from <c>Texts/uk.json</c> or <c>Texts/en.json</c>.</summary>
public sealed class PageTexts
{
    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");
    private readonly Dictionary<string, string> texts;
    private readonly CultureInfo culture;

    private PageTexts(string lang, string culture)
    {
        Lang = lang;
        this.culture = CultureInfo.GetCultureInfo(culture);
        using var file = typeof(PageTexts).Assembly.GetManifestResourceStream($"texts/{lang}.json")
            ?? throw new InvalidOperationException($"The texts of «{lang}» are not in the assembly.");
        texts = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }

    public static PageTexts Ukrainian { get; } = new("uk", "uk-UA");

    public static PageTexts English { get; } = new("en", "en-GB");

    /// <summary>BCP 47.</summary>
    public string Lang { get; }

    internal IReadOnlyDictionary<string, string> All => texts;

    /// <summary>The texts for a reader's language; Ukrainian for anything but English.</summary>
    public static PageTexts In(string? lang) => lang == "en" ? English : Ukrainian;

    /// <summary>A text; <see cref="KeyNotFoundException"/> where the file has none.</summary>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"Texts/{Lang}.json has no «{key}».");

    /// <summary>A text with its gaps filled.</summary>
    public string Fill(string key, params object[] values) => string.Format(culture, this[key], values);

    /// <summary>A number with its noun in the right form.</summary>
    public string Count(string key, long number) =>
        string.Format(culture, this[key].Split('|')[Plural.Form(Lang, number)], Number(number));

    public string Number(long number) => number.ToString("N0", culture);

    /// <summary>A distance in kilometres, to a tenth below a hundred.</summary>
    public string Kilometres(double distance) => Fill("km", distance.ToString(distance < 100 ? "0.#" : "N0", culture));

    /// <summary>A price; whole amounts without a fraction.</summary>
    public string Amount(decimal amount, string currency) => $"{amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", culture)} {currency}";

    /// <summary>A wire value in words; the value itself where this version has no word for it.</summary>
    public string Value(string field, string value) => texts.GetValueOrDefault($"{field}.{value}", value);

    /// <summary>The day in Kyiv.</summary>
    public string Date(DateTimeOffset time) => Fill("date", TimeZoneInfo.ConvertTime(time, Kyiv).ToString("d MMMM yyyy", culture));

    /// <summary>A day that has no time.</summary>
    public string Day(DateOnly day) => Fill("date", day.ToString("d MMMM yyyy", culture));

    /// <summary>The day and the time of day in Kyiv.</summary>
    public string Moment(DateTimeOffset time) => Fill("moment", Date(time), TimeZoneInfo.ConvertTime(time, Kyiv).ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>How long ago, in the largest whole unit that fits twice.</summary>
    public string Ago(TimeSpan time) =>
        time.TotalHours >= 48 ? Count("count.daysAgo", (long)time.TotalDays)
        : time.TotalMinutes >= 120 ? Count("count.hoursAgo", (long)time.TotalHours)
        : Count("count.minutesAgo", Math.Max(1, (long)time.TotalMinutes));

    /// <summary>A share from 0 to 1 in whole percent.</summary>
    public string Percent(double share) => share.ToString("P0", culture);

    /// <summary>How long something took: seconds below a minute, else hours, minutes and seconds.</summary>
    public string Time(TimeSpan time) => time.TotalMinutes < 1
        ? Fill("time.seconds", time.TotalSeconds.ToString("0.0", culture))
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");

    /// <summary>A language by its name; its own name, and at last the tag, where the texts have none.</summary>
    public string LanguageName(string tag)
    {
        if (texts.TryGetValue($"tongue.{tag}", out var name))
            return name;
        try
        {
            var known = CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
            return Lang == "en" ? known.EnglishName : known.NativeName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
