using System.Collections.Concurrent;
using DcCourseIndex.Crawler.Fetching.Network;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace DcCourseIndex.Crawler.Fetching.Pacing;

/// <summary>Tries again what may pass, and leaves a host alone that keeps failing: one pipeline per host for the whole process. <paramref name="gaveUp"/> hears of each host that is left alone.</summary>
internal sealed class HostRetries(FetchSettings settings, TimeProvider clock, Func<string, TimeSpan, Task>? gaveUp = null)
{
    private readonly ConcurrentDictionary<string, ResiliencePipeline<Answer>> pipelines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Runs one request as often as it makes sense. Throws <see cref="BrokenCircuitException"/> while the host is left alone.</summary>
    public ValueTask<Answer> RunAsync(string host, Func<CancellationToken, ValueTask<Answer>> attempt, CancellationToken ct) =>
        pipelines.GetOrAdd(host, Build).ExecuteAsync(attempt, ct);

    private ResiliencePipeline<Answer> Build(string host)
    {
        var builder = new ResiliencePipelineBuilder<Answer> { TimeProvider = clock };
        if (settings.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<Answer>
            {
                MaxRetryAttempts = settings.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = settings.RetryDelay,
                ShouldHandle = new PredicateBuilder<Answer>().HandleResult(MayPass),
                DelayGenerator = args => ValueTask.FromResult(AskedFor(args.Outcome.Result)),
            });
        }
        return builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<Answer>
        {
            FailureRatio = 0.9,
            MinimumThroughput = settings.CircuitFailures,
            SamplingDuration = settings.CircuitWindow,
            BreakDuration = settings.CircuitBreak,
            OnOpened = gaveUp is null ? null : args => new ValueTask(gaveUp(host, args.BreakDuration)),
            ShouldHandle = new PredicateBuilder<Answer>().HandleResult(IsDown),
        }).Build();
    }

    private bool MayPass(Answer answer) => (answer.IsRefusedForNow || IsDown(answer)) && !(AskedFor(answer) > settings.MaxRetryAfter);

    private TimeSpan? AskedFor(Answer? answer) => RetryAfter.Read(answer?.Header("Retry-After"), clock.GetUtcNow());

    private static bool IsDown(Answer answer) => answer.Failure is { } failure
        ? failure.Kind is FailureKind.Unreachable or FailureKind.Timeout or FailureKind.BrokenAnswer
        : (int)answer.Status >= 500;
}
