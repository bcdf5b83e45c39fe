using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace DcCourseIndex.Benchmarks.Load;

/// <summary>
/// Readers at a service or the proxy before it: each searches, turns to the second page, opens a course and now and then posts a learning path, over and over,
/// until SIGTERM or the time is over. Whatever is not 200 is a failure, and so is every broken connection.
/// </summary>
internal static class Readers
{
    private const string Wishes = """{"digigram":{"points":{"0":13,"1":9,"2":6,"3":11,"4":5,"5":8}},"preferences":{"language":"uk","hours":40},"lang":"uk"}""";

    /// <summary>Exit code 1 where anything failed. <paramref name="pause"/> is what each reader waits between two requests.</summary>
    public static async Task<int> RunAsync(Uri site, string words, string key, int readers, TimeSpan time, TimeSpan pause)
    {
        var questions = (await File.ReadAllLinesAsync(words)).Where(line => line.Length > 0).ToArray();
        var tally = new ReaderTally();
        using var over = new CancellationTokenSource(time, TimeProvider.System);
        using var told = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => (context.Cancel, _) = (true, over.CancelAsync()));
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, readers).Select(reader => ReadAsync(site, questions, key, new Random(reader), tally, pause, over.Token)));
        Console.WriteLine(tally.Report(TimeProvider.System.GetElapsedTime(began)));
        return tally.Failed == 0 ? 0 : 1;
    }

    private static async Task ReadAsync(Uri site, string[] questions, string key, Random random, ReaderTally tally, TimeSpan pause, CancellationToken over)
    {
        // One connection a reader, as a browser behind HTTP/1.1 would keep.
#pragma warning disable CA5359 // The certificate of a trial is its own, and nothing secret goes there.
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 1, SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } };
#pragma warning restore CA5359
        using var client = new HttpClient(handler) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        while (!over.IsCancellationRequested)
        {
            var question = $"/api/v1/courses?limit=5&q={Uri.EscapeDataString(questions[random.Next(questions.Length)])}";
            var found = await AskAsync(client, "searches", question, null, tally, pause, over);
            if (found?.GetProperty("next").GetString() is { } next)
                await AskAsync(client, "pages", $"{question}&cursor={next}", null, tally, pause, over);
            if (found?.GetProperty("items") is { } items && items.GetArrayLength() > 0)
                await AskAsync(client, "courses", $"/api/v1/courses/{items[0].GetProperty("id").GetString()}", null, tally, pause, over);
            if (random.Next(8) == 0)
                await AskAsync(client, "paths", "/api/v1/path", Wishes, tally, pause, over);
        }
    }

    private static async Task<JsonElement?> AskAsync(HttpClient client, string kind, string address, string? body, ReaderTally tally, TimeSpan pause, CancellationToken over)
    {
        if (over.IsCancellationRequested)
            return null;
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        try
        {
            using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
            using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, address) { Content = content };
            using var response = await client.SendAsync(request, CancellationToken.None);
            var text = await response.Content.ReadAsStringAsync(CancellationToken.None);
            if (!response.IsSuccessStatusCode)
            {
                tally.NotAnswered(kind, clock.GetUtcNow(), string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {text[..Math.Min(200, text.Length)].ReplaceLineEndings(" ")}"));
                return null;
            }

            tally.Answered(kind, clock.GetElapsedTime(began));
            return JsonDocument.Parse(text).RootElement;
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException or IOException)
        {
            tally.NotAnswered(kind, clock.GetUtcNow(), $"{broken.Message} {broken.InnerException?.Message}");
            return null;
        }
        finally
        {
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, clock, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
