namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>A post of a site's blog. Title, excerpt and content are rendered HTML.</summary>
internal sealed record WordPressPost(long Id, string Title, Uri Link)
{
    public string? Excerpt { get; init; }
    public string? Content { get; init; }

    /// <summary>Names, as far as the answer embeds them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Image { get; init; }

    /// <summary>The post's own page says noindex, as the plugin that writes it there tells the interface.</summary>
    public bool? NotListed { get; init; }

    /// <summary>When it was last changed, in UTC as the site writes it (<c>2026-11-20T10:15:00</c>), or in the site's own time where it gives no other; null where it does not say.</summary>
    public string? Modified { get; init; }

    /// <summary>The day on which it was published, by the site's clock.</summary>
    public DateTime? Posted { get; init; }
}

/// <summary>A category of posts. <paramref name="Slug"/> is decoded; <paramref name="Parent"/> is 0 at the top.</summary>
internal sealed record WordPressCategory(long Id, string Name, string Slug, long Parent);

/// <summary>A kind of content that the interface offers. <paramref name="Route"/> is what its list is asked for under; <paramref name="IsCourses"/>: every entry of it is a course.</summary>
internal sealed record WordPressType(string Route, bool IsCourses = false)
{
    public static readonly WordPressType Posts = new("posts");
    public static readonly WordPressType Pages = new("pages");
}
