using System.Net;
using DcCourseIndex.Crawler.Fetching.Rules;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>One request to a portal. <paramref name="Form"/> makes it a POST of a form, <paramref name="Json"/> a POST of JSON; both null: GET.</summary>
public sealed record PageRequest(Uri Address, IReadOnlyDictionary<string, string>? Form = null, string? Json = null)
{
    /// <summary>What is hoped for, sent as Accept. Default HTML.</summary>
    public string Accept { get; init; } = "text/html,application/xhtml+xml";

    /// <summary>Neither sent with stored validators nor remembered: pages that carry a token or a session.</summary>
    public bool Private { get; init; }

    /// <summary>The token by which a portal built on Django knows its own forms: sent as X-CSRFToken with the host's root as Referer, both of which it demands of a POST. It belongs to a cookie that the same host set in this run.</summary>
    public string? FormToken { get; init; }
}

/// <summary>What a portal answered. Where <see cref="Failure"/> is not null there is no usable answer and the sentence says why and what to do.</summary>
public sealed record Page
{
    public required PageRequest Request { get; init; }

    /// <summary>Where the answer came from in the end, after redirects.</summary>
    public required Uri Address { get; init; }

    /// <summary>The redirects that were followed on the way, in order.</summary>
    public IReadOnlyList<RedirectHop> Redirects { get; init; } = [];

    /// <summary>After «not modified»: 200, as the remembered answer had it.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>Decompressed, capped, undecoded.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>As sent, without judgement; null where absent.</summary>
    public string? ContentType { get; init; }

    /// <summary>All answer headers by name, case ignored; several of one name are joined with a comma, several X-Robots-Tag with a line end.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The portal said that nothing changed since the stored validators; the body is the remembered one.</summary>
    public bool NotModified { get; init; }
    public PageFailure? Failure { get; init; }

    /// <summary>What the owner says about listing and mining this page. Whoever makes a listing of it must look; <see cref="PageRules.None"/> where there is no answer.</summary>
    public PageRules Rules { get; init; } = PageRules.None;

    /// <summary>
    /// The answer has a validator that may be kept, so that asking again costs little. A modification date of just now is what
    /// pages made for every request have, and validates nothing.
    /// </summary>
    public bool HasValidator =>
        (Headers.ContainsKey("ETag") || (Headers.TryGetValue("Last-Modified", out var changed) && changed != Headers.GetValueOrDefault("Date")))
        && Headers.GetValueOrDefault("Cache-Control")?.Contains("no-store", StringComparison.OrdinalIgnoreCase) != true;

    /// <summary>The mark of an answer that a recording does not hold.</summary>
    internal const string NotRecordedHeader = "X-Not-Recorded";

    /// <summary>The answer stands for one that the source's recording does not hold.</summary>
    public bool IsNotRecorded => Headers.ContainsKey(NotRecordedHeader);

    /// <summary>A 2xx answer, or a remembered one, with a body that may be read.</summary>
    public bool IsSuccess => Failure is null && (int)Status is >= 200 and < 300;
}

/// <summary>One redirect that was followed.</summary>
public sealed record RedirectHop(Uri From, Uri To, HttpStatusCode Status);

/// <summary>Why there is no usable answer.</summary>
public sealed record PageFailure(FailureKind Kind, string Message)
{
    /// <summary>When the portal may be asked again, where it said so itself.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Why a host is <see cref="FailureKind.Unreachable"/>, where that is known.</summary>
    public FailureCause Cause { get; init; }
}

/// <summary>What keeps the crawler from a host.</summary>
public enum FailureCause
{
    Other,

    /// <summary>The name service knows no such host.</summary>
    NameUnknown,

    /// <summary>The host refuses connections.</summary>
    Refused,

    /// <summary>No secure connection, mostly for a wrong certificate: people may well reach it.</summary>
    Insecure,
}

/// <summary>The kinds of failure that a report counts.</summary>
public enum FailureKind
{
    Unreachable,
    Timeout,
    TooLarge,
    TooManyRedirects,
    ForbiddenByRobots,
    ForbiddenAddress,
    CircuitOpen,
    ServerError,
    BrokenAnswer,

    /// <summary>Something else than was asked for: a picture, a film, a document.</summary>
    WrongContent,

    /// <summary>The portal said how long it wants to be left alone, and that is longer than a run waits.</summary>
    AskedToWait,

    /// <summary>The run has asked as often as one may.</summary>
    TooManyRequests,

    /// <summary>Something must be set before anything can be asked.</summary>
    NotConfigured,
}
