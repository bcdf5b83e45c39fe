using DcCourseIndex.Crawler.Fetching.Network;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;

namespace DcCourseIndex.Crawler.Fetching.Pacing;

/// <summary>Asks a host in turn, with the pause it is owed, and again where that makes sense; whatever happens is a value in the end.</summary>
internal sealed class PoliteTransport(
    string source, Func<Uri, string> hostKey, Transport transport, HostGates gates, HostRetries retries, FetchSettings settings, TimeProvider clock, FetchCount count, ILogger log, int atOnce = 1)
    : IDisposable
{
    public async Task<Answer> AskAsync(Ask ask, TimeSpan delay, CancellationToken ct)
    {
        var host = hostKey(ask.Address);
        var started = clock.GetTimestamp();
        var asking = TimeSpan.Zero;
        try
        {
            return Judge(ask, await retries.RunAsync(host, AttemptAsync, ct));
        }
        catch (BrokenCircuitException e)
        {
            return Answer.Failed(FailureKind.CircuitOpen,
                $"{SafeAddress.Of(ask.Address)} was not asked: {ask.Address.Host} failed {settings.CircuitFailures} times and is left alone; {RetryAfter.ComeBack(e.RetryAfter ?? settings.CircuitBreak, clock.GetUtcNow())}.");
        }
        finally
        {
            count.Waited(clock.GetElapsedTime(started) - asking);
        }

        async ValueTask<Answer> AttemptAsync(CancellationToken attempt)
        {
            using var turn = await gates.EnterAsync(host, delay, attempt, atOnce);
            var sent = clock.GetTimestamp();
            var answer = await transport.SendAsync(ask, attempt);
            var took = clock.GetElapsedTime(sent);
            asking += took;
            count.Took(ask.Address, took);
            log.LogDebug("{Source}: {Method} {Address} {Status} {Failure} in {Milliseconds} ms",
                source, ask.IsPost ? "POST" : "GET", SafeAddress.Of(ask.Address), (int)answer.Status, answer.Failure?.Kind, (long)took.TotalMilliseconds);
            return answer;
        }
    }

    public void Dispose() => transport.Dispose();

    private Answer Judge(Ask ask, Answer answer)
    {
        if (answer.Failure is not null || (!answer.IsRefusedForNow && (int)answer.Status < 500))
        {
            return answer;
        }
        var now = clock.GetUtcNow();
        var remedy = RetryAfter.Read(answer.Header("Retry-After"), now) is { } wait ? RetryAfter.ComeBack(wait, now) : "try again later";
        return answer with { Failure = new(FailureKind.ServerError, $"{SafeAddress.Of(ask.Address)} answered {(int)answer.Status} and does not serve now; {remedy}.") };
    }
}
