using System.Text;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Alarms;
using DcCourseIndex.Crawler.Tests.Fetching;

namespace DcCourseIndex.Crawler.Tests.Alarms;

public sealed class MailChannelTests
{
    private static readonly AlarmNote Note = new(
        "alarm-7-9", AlarmNews.Raised, "portal", AlarmKind.Held, new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero), "Run 3 «half» has waited.", "accept 3",
        new("https://library.example/sources/portal"), new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_mail_says_what_is_wrong_and_what_to_do()
    {
        await using var server = new LoopbackMail();

        Assert.Null(await Channel(server).TellAsync(Note, default));

        var mail = Assert.Single(server.Mails);
        var body = Encoding.UTF8.GetString(Convert.FromBase64String(mail[mail.IndexOf("\n\n", StringComparison.Ordinal)..].Trim()));
        Assert.All(["This alarm stands.", "Source: portal", "Kind: held", "Since: 2026-11-20 02:00 UTC", "Run 3 «half» has waited.", "accept 3", "https://library.example/sources/portal"],
            words => Assert.Contains(words, body, StringComparison.Ordinal));
        Assert.All(["Subject: [DcCourseIndex] raised: portal, held", "Message-ID: <alarm-7-9-", "Auto-Submitted: auto-generated", "From: harvest@library.example"],
            words => Assert.Contains(words, mail, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["RCPT TO:<one@library.example>", "RCPT TO:<two@library.example>"], server.Commands.Where(line => line.StartsWith("RCPT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refused_receiver_is_a_failure_that_says_what_the_server_said()
    {
        await using var server = new LoopbackMail(line => line.StartsWith("RCPT TO:<two", StringComparison.Ordinal) ? "550 No such reader here" : null);

        var failure = await Channel(server).TellAsync(Note, default);

        Assert.Contains($"127.0.0.1:{server.Port} did not take the mail", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_the_sender_is_a_failure()
    {
        await using var server = new LoopbackMail(line => line.StartsWith("MAIL", StringComparison.Ordinal) ? "554 Not from you" : null);

        Assert.Contains("Not from you", await Channel(server).TellAsync(Note, default), StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_server_without_starttls_where_it_is_asked_for()
    {
        await using var server = new LoopbackMail();

        var failure = await Channel(server, tls: true).TellAsync(Note, default);

        Assert.NotNull(failure);
        Assert.DoesNotContain(server.Commands, line => line.StartsWith("MAIL", StringComparison.Ordinal) || line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_after_half_a_minute()
    {
        await using var server = new LoopbackMail(silent: true);
        var clock = new ManualClock();
        var telling = Channel(server, clock: clock).TellAsync(Note, default);
        await clock.TimerAsync(time => time == MailChannel.Longest);

        clock.Advance(MailChannel.Longest);

        Assert.Contains("30 seconds", await telling, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_without_secrets()
    {
        int port;
        await using (var server = new LoopbackMail())
        {
            port = server.Port;
        }

        var failure = await new MailChannel(Settings(port) with { User = "harvest", Password = "VARIABLE" }, "a-secret", TimeProvider.System).TellAsync(Note, default);

        Assert.Contains("did not take the mail", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", failure, StringComparison.Ordinal);
    }

    private static MailChannel Channel(LoopbackMail server, bool tls = false, TimeProvider? clock = null) =>
        new(Settings(server.Port) with { StartTls = tls }, null, clock ?? TimeProvider.System);

    private static MailSettings Settings(int port) => new()
    {
        To = ["one@library.example", "two@library.example"],
        From = "harvest@library.example",
        Server = "127.0.0.1",
        Port = port,
        StartTls = false,
    };
}
