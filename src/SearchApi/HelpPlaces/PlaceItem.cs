using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.HelpPlaces;

/// <summary>A place to get help as readers see it; the distance in kilometres as the crow flies, where it was asked for and can be told.</summary>
internal sealed record PlaceItem(
    string Name, PlaceKind Kind, double? Distance, string? Address, string? Town, string? Region, double? Lat, double? Lon,
    string? Hours, Tutor Mentor, string? Contact, Uri? Website, IReadOnlyList<string> Languages)
{
    public static PlaceItem Of(HelpPlace place, double? distance) => new(
        place.Name, place.Kind, distance, place.Address, place.Town, place.Region, place.Lat, place.Lon,
        place.Hours, place.Mentor, place.Contact, place.Website, place.Languages);
}

/// <summary>Where the distances begin; the town only where one was asked for.</summary>
internal sealed record PlaceStart(string? Town, double? Lat, double? Lon);

/// <summary>Places, nearest first where a start was given, else by region, town and name. «total» counts all that meet the filters; «next» is the cursor of the following page.</summary>
internal sealed record PlaceList(int Total, PlaceStart? Near, IReadOnlyList<PlaceItem> Items, string? Next);
