using DcCourseIndex.Crawler.Fetching.Network;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;

namespace DcCourseIndex.Crawler.Fetching.Pacing;

/// <summary>Asks a host in turn, with the pause it is owed, and again where that makes sense; whatever happens is a value in the end.</summary>
internal sealed class PoliteTransport(
    string source, int atOnce, Func<Uri, string> hostKey, Transport transport, SharedGates gates, HostRetries retries, FetchSettings settings, TimeProvider clock, FetchCount count, ILogger log)
    : IDisposable
{
    public async Task<Answer> AskAsync(Ask ask, TimeSpan delay, CancellationToken ct)
    {
        var host = hostKey(ask.Address);
        if (Forbidden(ask, host) is { } forbidden)
        {
            return new() { Failure = forbidden };
        }
        var started = clock.GetTimestamp();
        var asking = TimeSpan.Zero;
        try
        {
            return await JudgeAsync(ask, host, await retries.RunAsync(host, AttemptAsync, ct), ct);
        }
        catch (BrokenCircuitException e)
        {
            return Answer.Failed(FailureKind.CircuitOpen,
                $"{SafeAddress.Of(ask.Address)} was not asked: {ask.Address.Host} failed {settings.CircuitFailures} times and is left alone; {RetryAfter.ComeBack(clock.GetUtcNow() + (e.RetryAfter ?? settings.CircuitBreak))}.");
        }
        finally
        {
            count.Waited(clock.GetElapsedTime(started) - asking);
        }

        async ValueTask<Answer> AttemptAsync(CancellationToken attempt)
        {
            if (Forbidden(ask, host) is { } forbiddenNow)
            {
                return new() { Failure = forbiddenNow };
            }
            await using var turn = await gates.EnterAsync(host, delay, atOnce, attempt);
            if (turn.Rest is { } rest)
            {
                return new() { Failure = Resting(ask, rest) };
            }
            var sent = clock.GetTimestamp();
            var answer = await transport.SendAsync(ask, attempt);
            var took = clock.GetElapsedTime(sent);
            asking += took;
            count.Took(ask.Address, took);
            if (answer.IsRefusedForNow && RetryAfter.Read(answer.Header("Retry-After"), clock.GetUtcNow()) is { } spared && spared <= settings.MaxRetryAfter)
            {
                turn.Spare(spared > delay ? spared - delay : TimeSpan.Zero);
            }
            log.LogDebug("{Source}: {Method} {Address} {Status} {Failure} in {Milliseconds} ms",
                source, ask.IsPost ? "POST" : "GET", SafeAddress.Of(ask.Address), (int)answer.Status, answer.Failure?.Kind, (long)took.TotalMilliseconds);
            return answer;
        }
    }

    public void Dispose() => transport.Dispose();

    private PageFailure? Forbidden(Ask ask, string host) =>
        count.Figures.Requests >= settings.MaxRequests ? new(FailureKind.TooManyRequests,
            $"{SafeAddress.Of(ask.Address)} was not asked: the run has made {settings.MaxRequests} requests, the most that one may make; a list that goes on for ever looks like this. Look at the portal's paging, or raise harvest: mostRequests in dccourseindex.yml.")
        : gates.RestOf(host) is { } rest ? Resting(ask, rest)
        : null;

    private static PageFailure Resting(Ask ask, HostRest rest) => rest.IsOfFailures
        ? new(FailureKind.CircuitOpen, $"{SafeAddress.Of(ask.Address)} was not asked: {ask.Address.Host} kept failing and is left alone by all nodes; {RetryAfter.ComeBack(rest.Until)}.")
        : new(FailureKind.AskedToWait,
            $"{SafeAddress.Of(ask.Address)} was not asked: {ask.Address.Host} answered {rest.Status} and wants to be left alone; {RetryAfter.ComeBack(rest.Until)}.") { NotBefore = rest.Until };

    private async ValueTask<Answer> JudgeAsync(Ask ask, string host, Answer answer, CancellationToken ct)
    {
        if (answer.Failure is not null || (!answer.IsRefusedForNow && (int)answer.Status < 500))
        {
            return answer;
        }
        var now = clock.GetUtcNow();
        var wait = RetryAfter.Read(answer.Header("Retry-After"), now);
        var said = $"{SafeAddress.Of(ask.Address)} answered {(int)answer.Status} and does not serve now";
        if (wait is not { } asked)
        {
            return answer with { Failure = new(FailureKind.ServerError, $"{said}; try again later.") };
        }
        if (asked <= settings.MaxRetryAfter)
        {
            return answer with { Failure = new(FailureKind.ServerError, $"{said}; {RetryAfter.ComeBack(now + asked)}.") };
        }
        await gates.RestAsync(host, new(now + asked, (int)answer.Status), ct);
        return answer with { Failure = new(FailureKind.AskedToWait, $"{said}; {RetryAfter.ComeBack(now + asked)}.") { NotBefore = now + asked } };
    }
}
