using System.Security.Cryptography;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Alarms;
using DcCourseIndex.Crawler.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Alarms;

public sealed class WebhookChannelTests
{
    private static readonly AlarmNote Note = new(
        "alarm-7-9", AlarmNews.Raised, "portal", AlarmKind.Overdue, new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero), "Збору не було.", "Подивіться.",
        new("https://library.example/sources/portal"), new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task An_alarm_is_posted_as_json_and_signed()
    {
        var (body, signature, type) = (Array.Empty<byte>(), "", "");
        await using var receiver = await LoopbackPortal.StartAsync(async context =>
        {
            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            (body, signature, type) = (copy.ToArray(), context.Request.Headers[WebhookChannel.SignatureHeader].ToString(), context.Request.ContentType!);
        });
        using var channel = new WebhookChannel(receiver.At("/hook/secret-path"), "the key", TimeProvider.System);

        Assert.Null(await channel.TellAsync(Note, default));

        Assert.Equal("application/json; charset=utf-8", type);
        Assert.Equal($"sha256={Convert.ToHexStringLower(HMACSHA256.HashData("the key"u8, body))}", signature);
        var json = JsonNode.Parse(body)!;
        Assert.Equal(
            ("raised", "portal", "overdue", "Збору не було.", "Подивіться.", "https://library.example/sources/portal", "alarm-7-9"),
            ((string)json["event"]!, (string)json["source"]!, (string)json["kind"]!, (string)json["sentence"]!, (string)json["remedy"]!, (string)json["link"]!, (string)json["id"]!));
        Assert.Equal(Note.Since, (DateTimeOffset)json["since"]!);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_signed()
    {
        var signed = true;
        await using var receiver = await LoopbackPortal.StartAsync(context =>
        {
            signed = context.Request.Headers.ContainsKey(WebhookChannel.SignatureHeader);
            return Task.CompletedTask;
        });
        using var channel = new WebhookChannel(receiver.Root, null, TimeProvider.System);

        await channel.TellAsync(Note, default);

        Assert.False(signed);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public async Task A_refusal_is_a_failure_that_keeps_the_path_secret(int status)
    {
        await using var receiver = await LoopbackPortal.StartAsync(Status(status));
        using var channel = new WebhookChannel(receiver.At("/hook/secret-path"), null, TimeProvider.System);

        var failure = await channel.TellAsync(Note, default);

        Assert.Contains($"answers {status}", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-path", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var receiver = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var channel = new WebhookChannel(receiver.At("/hook"), null, TimeProvider.System);

        Assert.Contains("not followed", await channel.TellAsync(Note, default), StringComparison.Ordinal);
        Assert.Equal("POST /hook", Assert.Single(receiver.Asked));
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_left_after_ten_seconds()
    {
        using var end = new CancellationTokenSource();
        await using var receiver = await LoopbackPortal.StartAsync(context => Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, end.Token).Token));
        var clock = new ManualClock();
        using var channel = new WebhookChannel(receiver.Root, null, clock);
        var telling = channel.TellAsync(Note, default);
        await clock.TimerAsync(time => time == WebhookChannel.Longest);

        clock.Advance(WebhookChannel.Longest);

        Assert.Contains("10 seconds", await telling, StringComparison.Ordinal);
        await end.CancelAsync();
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_a_failure()
    {
        Uri address;
        await using (var receiver = await LoopbackPortal.StartAsync(Status(200)))
        {
            address = receiver.At("/hook/secret-path");
        }

        using var channel = new WebhookChannel(address, null, TimeProvider.System);

        var failure = await channel.TellAsync(Note, default);

        Assert.Contains("cannot be reached", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-path", failure, StringComparison.Ordinal);
    }

    private static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
