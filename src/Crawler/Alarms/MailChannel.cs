using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Alarms;

/// <summary>Sends alarms as plain-text mail over SMTP, with STARTTLS where set. A mail that some receivers refuse counts as not sent to any and is tried again.</summary>
public sealed class MailChannel(MailSettings settings, string? password, TimeProvider clock) : IAlarmChannel
{
    /// <summary>Longest time for one mail, from connecting to the server's last word.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public string Name => "mail";

    public async Task<string?> TellAsync(AlarmNote note, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var message = Message(note);
            using var server = new SmtpClient(settings.Server, settings.Port) { EnableSsl = settings.StartTls };
            if (settings.User is not null)
            {
                server.Credentials = new NetworkCredential(settings.User, password);
            }

            await server.SendMailAsync(message, either.Token);
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"The mail server {Shown} did not end the conversation within {Longest.TotalSeconds} seconds.";
        }
        catch (SmtpException refusal)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The mail server {Shown} did not take the mail: {refusal.StatusCode}. {OneLine(refusal.InnerException?.Message ?? refusal.Message)}");
        }
        catch (Exception failure) when (failure is IOException or FormatException or System.Security.Authentication.AuthenticationException)
        {
            return $"The mail server {Shown} did not take the mail: {OneLine(failure.Message)}";
        }
    }

    private string Shown => string.Create(CultureInfo.InvariantCulture, $"{settings.Server}:{settings.Port}");

    private MailMessage Message(AlarmNote note)
    {
        var message = new MailMessage
        {
            From = new MailAddress(settings.From!),
            Subject = OneLine($"[DcCourseIndex] {Wire.Name(note.Event)}: {note.Source}, {Wire.Name(note.Kind)}"),
            SubjectEncoding = Encoding.UTF8,
            Body = Body(note),
            BodyEncoding = Encoding.UTF8,
        };
        foreach (var receiver in settings.To)
        {
            message.To.Add(receiver);
        }

        // The same message twice shows as one; an answering machine must not answer it (RFC 3834 §5).
        message.Headers.Add("Message-ID", $"<{note.Id}-{note.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}@{message.From.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static string Body(AlarmNote note)
    {
        var state = note.Event switch { AlarmNews.Raised => "This alarm stands.", AlarmNews.Cleared => "This alarm is over.", _ => "A test." };
        string[] lines =
        [
            state,
            "",
            $"Source: {note.Source}",
            $"Kind: {Wire.Name(note.Kind)}",
            string.Create(CultureInfo.InvariantCulture, $"Since: {note.Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC"),
            "",
            note.Sentence,
            .. note.Event == AlarmNews.Cleared ? Array.Empty<string>() : [note.Remedy],
            .. note.Link is null ? Array.Empty<string>() : ["", note.Link.AbsoluteUri],
        ];
        return string.Join("\r\n", lines);
    }

    /// <summary>Line breaks would end a header.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
