using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
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
    // Without it texts in several languages come glued together.
    private static readonly (string, string) Filtered = ("moodlewssettingfilter", "1");

    private const string CourseFunction = "core_course_get_courses_by_field";

    private readonly MoodleCategories categories = new();

    /// <summary>The lists are asked again on every resume, the enrolment methods only from the marker (the last course's id) on.</summary>
    public async IAsyncEnumerable<ListingPage> ReadAsync(string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        using (var answer = await service.DemandAsync("core_course_get_categories", ct, Filtered))
        {
            categories.Learn(MoodleServiceReader.Categories(answer.RootElement, source.Language));
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
        var all = await AllAsync(ct);
        var shown = all
            .Where(course => course.Visible != false && categories.Allows(course.Box.Category, source.Categories))
            .DistinctBy(course => course.Box.Id)
            .OrderBy(course => course.Box.Id)
            .ToList();
        if (shown.Count > 0) return shown;
        throw new ListingUnreliableException(
            $"{source.Address}: the account of the token is shown no course{(source.Categories.Count > 0 ? " in the categories named in `categories:`" : "")}; ask the portal's owner what the account may see.");
    }

    private async Task<List<MoodleServiceCourse>> AllAsync(CancellationToken ct)
    {
        var (answer, error) = await service.CallAsync(CourseFunction, ct, ("field", ""), ("value", ""), Filtered);
        using (answer)
        {
            if (answer is not null) return [.. Read(answer)];
        }

        if (error!.Code != MoodleServiceErrors.TooLarge) throw service.Refused(CourseFunction, error);

        // Thousands of courses do not fit into one answer; courses of hidden categories are then not listed.
        var all = new List<MoodleServiceCourse>();
        foreach (var category in categories.Ids)
        {
            using var part = await service.DemandAsync(CourseFunction, ct, ("field", "category"), ("value", category.ToString(CultureInfo.InvariantCulture)), Filtered);
            all.AddRange(Read(part));
        }

        return all;
    }

    private IReadOnlyList<MoodleServiceCourse> Read(JsonDocument answer) =>
        MoodleServiceReader.Courses(answer.RootElement, source.At(""), source.Language)
        ?? throw new ListingUnreliableException($"{source.Address}: {CourseFunction} answered without a list of courses; ask the portal's owner which version it runs.");

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
