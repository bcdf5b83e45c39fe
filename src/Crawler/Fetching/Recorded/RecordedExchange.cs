namespace DcCourseIndex.Crawler.Fetching.Recorded;

/// <summary>One line of a recording's <c>index.ndjson</c>: a request and the file of its answer. Secrets stand as <c>TOKEN</c>.</summary>
internal sealed record RecordedExchange
{
    public required string Method { get; init; }

    /// <summary>Path and query, from the root of the host.</summary>
    public required string Url { get; init; }

    /// <summary>A form or JSON as sent; null for a GET.</summary>
    public string? Body { get; init; }

    public required int Status { get; init; }

    /// <summary>«Not now»: the crawler asks again, and what it gets then is what a recording must hold.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsForNow => Status is 408 or 429 or >= 500;

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Beside the index, with forward slashes; null for an empty body.</summary>
    public string? File { get; init; }
}
