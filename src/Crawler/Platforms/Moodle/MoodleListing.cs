using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>Makes a raw listing of what was seen of one course.</summary>
internal static class MoodleListing
{
    public static RawListing Of(MoodleBox box, IReadOnlyList<string> path, SourceDefinition source)
    {
        var listing = new RawListing
        {
            Id = box.Id.ToString(CultureInfo.InvariantCulture),
            Title = box.Title,
            Url = source.At(MoodleAddresses.Course(box.Id)).AbsoluteUri,
            Summary = box.Summary,
            Authors = box.Teachers.Count > 0 ? box.Teachers : null,
            Subjects = path.Count > 0 ? path : box.CategoryName is { } name ? [name] : null,
            Access = box.Access ?? Wire.Name(Catalog.Courses.Access.Unknown),
            Price = Price(box),
            Tutor = box.Teachers.Count > 0 ? Wire.Name(Catalog.Courses.Tutor.Yes) : null,
            Image = box.Image,
            Reserved = box.Reserved,
        };
        return MoodleFields.Map(listing, box.Fields);
    }

    // Who gets in by himself and past no payment plugin pays nothing to the portal.
    private static string? Price(MoodleBox box) =>
        box.Access is "guest" or "self" ? Wire.Name(Catalog.Courses.Price.Free)
        : box.Paid ? Wire.Name(Catalog.Courses.Price.Paid)
        : null;
}
