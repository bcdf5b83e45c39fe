using System.Net;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>One request to a portal. <paramref name="Form"/> makes it a POST of a form, <paramref name="Json"/> a POST of JSON; both null: GET.</summary>
public sealed record PageRequest(Uri Address, IReadOnlyDictionary<string, string>? Form = null, string? Json = null)
{
    /// <summary>What is hoped for, sent as Accept. Default HTML.</summary>
    public string Accept { get; init; } = "text/html,application/xhtml+xml";

    /// <summary>Neither sent with stored validators nor remembered: pages that carry a token or a session.</summary>
    public bool Private { get; init; }
}

/// <summary>What a portal answered. Where <see cref="Failure"/> is not null there is no usable answer and the sentence says why and what to do.</summary>
public sealed record Page
{
    public required PageRequest Request { get; init; }

    /// <summary>Where the answer came from in the end, after redirects.</summary>
    public required Uri Address { get; init; }

    /// <summary>After «not modified»: 200, as the remembered answer had it.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>Decompressed, capped, undecoded.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>As sent, without judgement; null where absent.</summary>
    public string? ContentType { get; init; }

    /// <summary>All answer headers by name, case ignored; several of one name are joined with a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The portal said that nothing changed since the stored validators; the body is the remembered one.</summary>
    public bool NotModified { get; init; }
    public PageFailure? Failure { get; init; }

    /// <summary>
    /// The answer has a validator that may be kept, so that asking again costs little. A modification date of just now is what
    /// pages made for every request have, and validates nothing.
    /// </summary>
    public bool HasValidator =>
        (Headers.ContainsKey("ETag") || (Headers.TryGetValue("Last-Modified", out var changed) && changed != Headers.GetValueOrDefault("Date")))
        && Headers.GetValueOrDefault("Cache-Control")?.Contains("no-store", StringComparison.OrdinalIgnoreCase) != true;

    /// <summary>A 2xx answer, or a remembered one, with a body that may be read.</summary>
    public bool IsSuccess => Failure is null && (int)Status is >= 200 and < 300;
}

/// <summary>Why there is no usable answer.</summary>
public sealed record PageFailure(FailureKind Kind, string Message);

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

    /// <summary>Something must be set before anything can be asked.</summary>
    NotConfigured,
}
