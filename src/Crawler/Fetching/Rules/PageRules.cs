namespace DcCourseIndex.Crawler.Fetching.Rules;

/// <summary>What the owner of a page says about using it, after a written consent has been thought of: with one, nothing stands against it.</summary>
public sealed record PageRules
{
    /// <summary>Nothing stands against using the page.</summary>
    public static readonly PageRules None = new();

    public IndexingRules Indexing { get; init; } = IndexingRules.None;

    /// <summary>Text and data mining is reserved: of a listing from this page only the plain facts are kept.</summary>
    public bool Reserved { get; init; }

    /// <summary>Where the owner says under which conditions the reservation is lifted, as written; null where he does not.</summary>
    public string? Policy { get; init; }

    /// <summary>The reason for a refusal where the page is the course's own and must not be listed; null where it may be.</summary>
    public string? NotListed(Uri address) => Indexing.NotListedBy is not { } by ? null :
        $"{SafeAddress.Of(address)}: its owner asks not to list the page ({by}); ask him, and note a written consent as permission: {{ state: granted, date: …, link: … }}.";
}
