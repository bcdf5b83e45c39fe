using System.Globalization;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Sources;

/// <summary>How single values of a source file are written; each reader gives null for what it does not understand.</summary>
internal static partial class SourceValues
{
    public static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(10);

    /// <summary>A number with <c>ms</c>, <c>s</c> or <c>m</c>, such as <c>1.5s</c>; at most ten minutes.</summary>
    public static TimeSpan? Delay(string text)
    {
        var match = DelayForm().Match(text);
        if (!match.Success)
        {
            return null;
        }
        var number = double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var unit = match.Groups[2].Value switch { "ms" => 1d, "s" => 1_000d, _ => 60_000d };
        return number * unit <= MaxDelay.TotalMilliseconds ? TimeSpan.FromMilliseconds(number * unit) : null;
    }

    /// <summary>Two times of day, such as <c>01:00-06:00</c> or <c>22:30-05:00</c>; equal ones say nothing.</summary>
    public static (TimeOnly From, TimeOnly To)? Window(string text) =>
        text.Split('-', '–') is [var from, var to] && Time(from) is { } start && Time(to) is { } end && start != end ? (start, end) : null;

    /// <summary>A date as <c>2026-11-20</c>.</summary>
    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Platforms whose address is that of one document (a list, a feed, a calendar, a file), which may have a query.</summary>
    public static bool IsDocument(string? platform) => platform is "moochub" or "feed" or "ical" or "folder";

    /// <summary>A folder or file of this machine; a relative path counts from the source file. Null for an address of the web.</summary>
    public static Uri? Folder(string text, string file) =>
        text.Contains("://", StringComparison.Ordinal) ? null : new Uri(Path.GetFullPath(text, Path.GetDirectoryName(Path.GetFullPath(file))!));

    /// <summary>What is wrong with a portal's root address, or null and the address without a slash at its end; that of a <paramref name="document"/> is kept as it is.</summary>
    public static string? Address(string text, out Uri? address, bool document = false)
    {
        address = null;
        // The scheme that calendars give to people to subscribe with.
        text = document && text.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase) ? "https" + text[6..] : text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var read) || read.Scheme is not ("http" or "https") || read.Host.Length == 0)
        {
            return $"«address: {text}» is no full http or https address; write it as https://portal.example.edu.ua.";
        }
        if (document && read is { Fragment: "", UserInfo: "" })
        {
            address = read;
            return null;
        }
        if (read.Query.Length > 0 || read.Fragment.Length > 0 || text.Contains('?', StringComparison.Ordinal) || text.Contains('#', StringComparison.Ordinal))
        {
            return $"«address: {text}» holds ? or #; write only the root of the portal, without a query.";
        }
        if (read.UserInfo.Length > 0)
        {
            return "«address» holds a name or password; leave them out (a token goes into an environment variable, see token:).";
        }
        address = new Uri(read.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        return null;
    }

    /// <summary>The variable's name from <c>$NAME</c>.</summary>
    public static string? Variable(string text) => VariableForm().IsMatch(text) ? text[1..] : null;

    public static bool IsSourceName(string text) => NameForm().IsMatch(text);

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [GeneratedRegex(@"^(\d{1,6}(?:\.\d{1,3})?) ?(ms|s|m)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DelayForm();

    [GeneratedRegex(@"^\$[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableForm();

    [GeneratedRegex(@"^[a-z0-9-]{2,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
