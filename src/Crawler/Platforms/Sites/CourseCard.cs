namespace DcCourseIndex.Crawler.Platforms.Sites;

/// <summary>One course as a list page of a site shows it. Texts are plain.</summary>
/// <param name="Id">The platform's identifier, mostly the last part of the address.</param>
internal sealed record CourseCard(string Id, Uri Address, string Title)
{
    public string? Summary { get; init; }
    public Uri? Image { get; init; }

    /// <summary>ISO 8601; null where the card names no day.</summary>
    public string? Start { get; init; }
    public WrittenPrice? Price { get; init; }

    /// <summary>What kind of thing it is and where it was listed, in the site's own words.</summary>
    public IReadOnlyList<string>? Subjects { get; init; }
}

/// <summary>One course of a site. <paramref name="Card"/> is null where only the sitemap names it, <paramref name="Changed"/> (lastmod as written) where only a list does.</summary>
internal sealed record SiteCourse(string Id, Uri Address, CourseCard? Card, string? Changed);
