namespace DcCourseIndex.Crawler.Platforms.Feeds;

/// <summary>One entry of a feed. Summary and content are HTML; dates are ISO 8601 where they could be read, and null otherwise.</summary>
internal sealed record FeedEntry(string Id, string Title, Uri Link)
{
    public string? Summary { get; init; }
    public string? Content { get; init; }
    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? Image { get; init; }
    public string? Language { get; init; }
    public string? Rights { get; init; }

    /// <summary>The later of its dates of publication and change.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>When what it announces begins and ends (the RSS module for events), as written.</summary>
    public string? Start { get; init; }
    public string? End { get; init; }
}

/// <summary>One document of a feed. <paramref name="Unfit"/> counts entries without a title or an address.</summary>
internal sealed record FeedDocument(IReadOnlyList<FeedEntry> Entries, int Unfit)
{
    /// <summary>Where the feed goes on with older entries (RFC 5005 §3 next, §4 prev-archive); null: nowhere.</summary>
    public Uri? Next { get; init; }

    /// <summary>The document says that it holds every entry that there is (RFC 5005 §2).</summary>
    public bool IsComplete { get; init; }

    /// <summary>The feeds that it names, where it is a list of feeds (OPML); null where it is a feed.</summary>
    public IReadOnlyList<Uri>? Feeds { get; init; }
}
