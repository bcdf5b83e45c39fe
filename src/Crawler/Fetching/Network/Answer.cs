using System.Net;

namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>What one attempt brought, before redirects, retries and remembered pages are thought of.</summary>
internal sealed record Answer
{
    public HttpStatusCode Status { get; init; }
    public ReadOnlyMemory<byte> Body { get; init; }
    public string? ContentType { get; init; }
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
    public PageFailure? Failure { get; init; }

    /// <summary>«Not now»: worth another try, and no sign that the host is down.</summary>
    public bool IsRefusedForNow => Failure is null && Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static Answer Failed(FailureKind kind, string message, FailureCause cause = FailureCause.Other) =>
        new() { Failure = new(kind, SafeAddress.Of(message)) { Cause = cause } };
}
