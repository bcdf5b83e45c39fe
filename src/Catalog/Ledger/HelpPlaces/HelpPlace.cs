using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A hub or library where people get help with learning. It has a town or an address; what is not known is null.</summary>
public sealed record HelpPlace(string Name, PlaceKind Kind)
{
    public string? Address { get; init; }
    public string? Town { get; init; }
    public string? Region { get; init; }

    /// <summary>Degrees north (WGS 84); null where <see cref="Lon"/> is.</summary>
    public double? Lat { get; init; }

    /// <summary>Degrees east (WGS 84); null where <see cref="Lat"/> is.</summary>
    public double? Lon { get; init; }

    /// <summary>Opening hours, in the words of the place.</summary>
    public string? Hours { get; init; }

    /// <summary>Whether somebody there helps learners.</summary>
    public Tutor Mentor { get; init; }

    /// <summary>How to ask, in the words of the place; shown to everybody.</summary>
    public string? Contact { get; init; }
    public Uri? Website { get; init; }

    /// <summary>Languages in which the place helps, BCP 47; empty: not said.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}

/// <summary>What a place is in the first line.</summary>
[JsonConverter(typeof(WireConverter<PlaceKind>))]
public enum PlaceKind
{
    [JsonStringEnumMemberName("hub")] Hub,
    [JsonStringEnumMemberName("library")] Library,
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>All places of the last import, in the order of its file. The digest is another where one place is another; null where nothing was ever imported.</summary>
public sealed record HelpPlaceList(string? Digest, IReadOnlyList<HelpPlace> Places)
{
    public static readonly HelpPlaceList None = new(null, []);
}
