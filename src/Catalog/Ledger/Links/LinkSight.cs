using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>What one look at a course's address showed; the class is made of several.</summary>
[JsonConverter(typeof(WireConverter<LinkSight>))]
public enum LinkSight
{
    /// <summary>The page answers and looks like itself.</summary>
    [JsonStringEnumMemberName("answers")] Answers,

    /// <summary>Permanent redirects lead to another address, and that one answers.</summary>
    [JsonStringEnumMemberName("moved")] Moved,

    /// <summary>The host says that there is no such page: 404, 410, or a page that means the same.</summary>
    [JsonStringEnumMemberName("absent")] Absent,

    /// <summary>The host cannot be found or refuses connections, or answers none of its addresses.</summary>
    [JsonStringEnumMemberName("silent")] Silent,

    /// <summary>The host does not let a crawler see the page: 401, 403, 429, 451, a wall against robots.</summary>
    [JsonStringEnumMemberName("blocked")] Blocked,

    /// <summary>Nothing can be said: timeout, 5xx, broken answer, wrong certificate, redirects in a circle, forbidden by robots.txt.</summary>
    [JsonStringEnumMemberName("unclear")] Unclear,
}
