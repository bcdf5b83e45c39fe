using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.WordPress;

/// <summary>What an invented WordPress site can be told at its start.</summary>
public sealed record WordPressOptions : PortalOptions
{
    public string Name { get; init; } = "Вигадана бібліотека";
    public string Tagline { get; init; } = "Усі події та курси вигадані";

    /// <summary>Categories and tags; at least those that the posts name.</summary>
    public IReadOnlyList<InventedTerm> Terms { get; init; } = [new(1, "Новини", "news")];

    /// <summary>No pretty addresses: <c>/wp-json/…</c> leads to the home page, and only <c>?rest_route=</c> answers.</summary>
    public bool PlainPermalinks { get; init; }

    /// <summary>The REST interface asks for a login (401).</summary>
    public bool RestClosed { get; init; }
}
