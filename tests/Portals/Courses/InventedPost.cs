namespace DcCourseIndex.Portals.Courses;

/// <summary>A post of an invented library's WordPress site, which may or may not announce courses.</summary>
public sealed record InventedPost
{
    public required int Id { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>Decoded; the portal percent-encodes it.</summary>
    public required string Slug { get; init; }

    /// <summary>Rendered HTML.</summary>
    public string Content { get; init; } = "";

    /// <summary>Time of the site (Europe/Kyiv).</summary>
    public DateTime Date { get; init; } = new(2026, 10, 1, 10, 0, 0);

    /// <summary>Null: as <see cref="Date"/>.</summary>
    public DateTime? Modified { get; init; }
    public IReadOnlyList<int> Categories { get; init; } = [1];
    public IReadOnlyList<int> Tags { get; init; } = [];
    public string? Image { get; init; }
    public bool Sticky { get; init; }

    /// <summary>Asks for a password: listed with an empty content.</summary>
    public bool Protected { get; init; }

    /// <summary><c>publish</c>, <c>draft</c> or <c>private</c>; only the first is shown.</summary>
    public string Status { get; init; } = "publish";

    /// <summary>How many courses the post announces; 0: it is about something else. The site does not show it.</summary>
    public int Announces { get; init; }

    /// <summary>DigComp 2.2 competences of the announced courses by the annotation guide. The site does not show them.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>BCP 47; what the text is really written in.</summary>
    public string Language { get; init; } = "uk";
}
