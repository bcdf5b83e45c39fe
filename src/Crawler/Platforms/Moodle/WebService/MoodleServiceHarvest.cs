using System.Globalization;
using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Moodle.WebService;

/// <summary>
/// One run over the web services: all courses and all categories in one call each, then the enrolment methods of those courses
/// where self-enrolment may ask for a key. Yields what an anonymous visitor may see, whatever the account may see.
/// </summary>
internal sealed class MoodleServiceHarvest(SourceDefinition source, MoodleService service)
{
    private const int PageSize = 50;

    private readonly MoodleCategories categories = new();

    /// <summary>The lists are asked again on every resume, the enrolment methods only from the marker (the last course's id) on.</summary>
    public async IAsyncEnumerable<ListingPage> ReadAsync(string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        using (var answer = await service.DemandAsync("core_course_get_categories", ct))
        {
            categories.Learn(MoodleServiceReader.Categories(answer.RootElement));
        }

        if (categories.Unmatched(source.Categories) is [var missing, ..])
        {
            throw new ListingUnreliableException($"{source.Address}: the portal shows no category «{missing}»; it may be renamed or hidden: correct `categories:` in {source.Name}.yml.");
        }

        var courses = await CoursesAsync(ct);
        var doors = new MoodleServiceAccess(service, courses);
        var done = long.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        foreach (var page in courses.Where(course => course.Box.Id > done).Chunk(PageSize))
        {
            var listings = new List<RawListing>(page.Length);
            foreach (var course in page)
            {
                if (await ListingAsync(course, doors, ct) is { } listing) listings.Add(listing);
            }

            yield return new ListingPage(listings, [], page[^1].Box.Id.ToString(CultureInfo.InvariantCulture), courses.Count);
        }
    }

    private async Task<List<MoodleServiceCourse>> CoursesAsync(CancellationToken ct)
    {
        const string function = "core_course_get_courses_by_field";
        using var answer = await service.DemandAsync(function, ct, ("field", ""), ("value", ""));
        var all = MoodleServiceReader.Courses(answer.RootElement, source.At(""), source.Language)
            ?? throw new ListingUnreliableException($"{source.Address}: {function} answered without a list of courses; ask the portal's owner which version it runs.");
        var shown = all
            .Where(course => course.Visible != false && categories.Allows(course.Box.Category, source.Categories))
            .DistinctBy(course => course.Box.Id)
            .OrderBy(course => course.Box.Id)
            .ToList();
        if (shown.Count > 0) return shown;
        throw new ListingUnreliableException(
            $"{source.Address}: the account of the token is shown no course{(source.Categories.Count > 0 ? " in the categories named in `categories:`" : "")}; ask the portal's owner what the account may see.");
    }

    private async Task<RawListing?> ListingAsync(MoodleServiceCourse course, MoodleServiceAccess doors, CancellationToken ct)
    {
        var (access, hidden) = await doors.OfAsync(course, ct);
        if (hidden) return null;
        var paid = course.Methods.Contains("paypal") || course.Methods.Contains("fee");
        var listing = MoodleListing.Of(course.Box with { Access = access, Paid = paid }, categories.Path(course.Box.Category), source);
        return listing with
        {
            Language = course.Language ?? listing.Language,
            Instances = course.Dates is { } dates ? [dates] : null,
        };
    }
}
