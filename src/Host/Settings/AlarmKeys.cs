using System.Globalization;
using System.Net.Mail;
using DcCourseIndex.Crawler.Alarms;

namespace DcCourseIndex.Host.Settings;

/// <summary>The settings under <c>alarms</c>: whom alarms are told.</summary>
internal static class AlarmKeys
{
    private const string NoVariable = "names no environment variable, such as $ALARM_SECRET; the secret itself never stands in a file";

    public static readonly IReadOnlyList<SettingsKey> All =
    [
        new("alarms.webhook", "", "https address to which alarms are posted as JSON",
            (settings, text) => Alarms(settings, text, Webhook, (alarms, address) => alarms with { Webhook = address },
                "is not an https address (http is taken only on this machine)"), Secret: true),
        new("alarms.webhookSecret", "", "environment variable with the key that signs the posts, such as $ALARM_SECRET",
            (settings, text) => Alarms(settings, text, Variable, (alarms, name) => alarms with { WebhookSecret = name }, NoVariable), Secret: true),
        new("alarms.mail.to", "", "who gets alarms as mail, with commas",
            (settings, text) => Mail(settings, text, Receivers, (mail, to) => mail with { To = to }, "is not a list of e-mail addresses")),
        new("alarms.mail.from", "", "the sender's e-mail address",
            (settings, text) => Mail(settings, text, Address, (mail, from) => mail with { From = from }, "is not an e-mail address")),
        new("alarms.mail.server", "", "name of the mail server",
            (settings, text) => Mail(settings, text, Server, (mail, server) => mail with { Server = server }, "is not the name of a server")),
        new("alarms.mail.port", "587", "its port (1 to 65535, not 465)",
            (settings, text) => Mail(settings, text, Port, (mail, port) => mail with { Port = port!.Value },
                "is not a port from 1 to 65535; 465 is not spoken either, use 587 with starttls")),
        new("alarms.mail.user", "", "user name at the mail server; none: without logging in",
            (settings, text) => Mail(settings, text, word => word, (mail, user) => mail with { User = user }, "")),
        new("alarms.mail.password", "", "environment variable with the password, such as $ALARM_MAIL",
            (settings, text) => Mail(settings, text, Variable, (mail, name) => mail with { Password = name }, NoVariable), Secret: true),
        new("alarms.mail.tls", "starttls", "starttls, or none for a server on this machine or in a trusted network",
            (settings, text) => Mail(settings, text, word => word is "starttls" or "none" ? word : null, (mail, tls) => mail with { StartTls = tls != "none" }, "is neither starttls nor none")),
    ];

    private static (ServiceSettings, string?) Alarms<T>(ServiceSettings settings, string text, Func<string, T?> read, Func<AlarmSettings, T, AlarmSettings> set, string problem) =>
        text.Length == 0 ? (settings, null)
        : read(text) is { } value ? (settings with { Alarms = set(settings.Alarms, value) }, null)
        : (settings, problem);

    private static (ServiceSettings, string?) Mail<T>(ServiceSettings settings, string text, Func<string, T?> read, Func<MailSettings, T, MailSettings> set, string problem) =>
        Alarms(settings, text, read, (alarms, value) => alarms with { Mail = set(alarms.Mail, value) }, problem);

    private static Uri? Webhook(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback)) ? address : null;

    private static string? Variable(string text) =>
        text is ['$', _, ..] && text.Skip(1).All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(text[1]) ? text[1..] : null;

    private static List<string>? Receivers(string text)
    {
        var all = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Address).ToList();
        return all.Count == 0 || all.Contains(null) ? null : all.OfType<string>().ToList();
    }

    private static string? Address(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text ? text : null;

    private static string? Server(string text) => Uri.CheckHostName(text) == UriHostNameType.Unknown ? null : text;

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 and not 465 ? port : null;
}
