namespace DcCourseIndex.Portals.Serving;

/// <summary>How a portal misbehaves; may be turned while it runs.</summary>
public sealed class Switches
{
    private volatile Failure? failure;

    /// <summary>Awaited before each answer, for instance <see cref="Gate.PassAsync"/> or <see cref="Wait"/>; null: none.</summary>
    public Func<PortalRequest, CancellationToken, Task>? Delay { get; set; }

    /// <summary>Lists answer with status 200 and a login page.</summary>
    public bool LoginPageInsteadOfLists { get; set; }

    /// <summary>Only the first half of each body is sent, as if it were all (robots.txt stays whole).</summary>
    public bool Truncate { get; set; }

    /// <summary>Every list is rewritten so before it is sent, as a redesign does with names and classes; null: none.</summary>
    public Func<string, string>? Rewrite { get; set; }

    /// <summary>Answers <c>/robots.txt</c> in place of what the options say; null: as they say.</summary>
    public string? Robots { get; set; }

    /// <summary>
    /// From the <paramref name="number"/>-th request of the portal's life on (1 is the first; a retry counts as a request), <paramref name="count"/>
    /// requests fail with <paramref name="status"/>.
    /// </summary>
    /// <param name="retryAfter">Value of the header Retry-After (RFC 9110 §10.2.3); null: none.</param>
    public void FailFrom(int number, int status = 500, int count = int.MaxValue, string? retryAfter = null) =>
        failure = new(number, status, count, retryAfter);

    /// <summary>Takes <see cref="FailFrom"/> back.</summary>
    public void Recover() => failure = null;

    /// <summary>A delay that the test's clock drives.</summary>
    public static Func<PortalRequest, CancellationToken, Task> Wait(TimeSpan time, TimeProvider clock) => (_, ct) => Task.Delay(time, clock, ct);

    internal PortalAnswer? Fail(PortalRequest request)
    {
        if (failure is not { } planned || request.Number < planned.From || request.Number - planned.From >= planned.Count)
        {
            return null;
        }

        var answer = PortalAnswer.Html("<html><head><title>Error</title></head><body><h1>Error</h1></body></html>", planned.Status);
        return planned.RetryAfter is { } seconds ? answer.With("Retry-After", seconds) : answer;
    }

    private sealed record Failure(int From, int Status, int Count, string? RetryAfter);
}
