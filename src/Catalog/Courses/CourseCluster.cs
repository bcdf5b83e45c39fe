using System.Text.Json.Serialization;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>What joins a course with others that are the same course elsewhere. The id is that of the member known longest; links are only the course's own.</summary>
public sealed record CourseCluster(string Id, IReadOnlyList<ClusterLink> Links);

/// <summary>Why two courses are one. <paramref name="Other"/> is the other course's id; <paramref name="Detail"/> the address, the key, the likeness of the texts (0 to 1) or who said so.</summary>
public sealed record ClusterLink(string Other, LinkKind Kind, string Detail);

/// <summary>What two courses have in common that makes them one, the strongest first.</summary>
[JsonConverter(typeof(WireConverter<LinkKind>))]
public enum LinkKind
{
    /// <summary>A librarian says so.</summary>
    [JsonStringEnumMemberName("librarian")] Librarian,

    /// <summary>Both lead to the same address.</summary>
    [JsonStringEnumMemberName("address")] Address,

    /// <summary>Both are runs of one course of a platform.</summary>
    [JsonStringEnumMemberName("key")] Key,

    /// <summary>One announces the other and links it.</summary>
    [JsonStringEnumMemberName("announced")] Announced,

    /// <summary>One quotes the other's title, and more speaks for it.</summary>
    [JsonStringEnumMemberName("named")] Named,

    /// <summary>Title, text and what else is known of the two agree well enough together.</summary>
    [JsonStringEnumMemberName("text")] Text,

    /// <summary>The same without a text in common: one of the two has hardly any.</summary>
    [JsonStringEnumMemberName("title")] Title,
}
