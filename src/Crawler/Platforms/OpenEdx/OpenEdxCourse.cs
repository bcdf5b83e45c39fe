using System.Net;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>A course with all its runs. Its identity is that of no run, so that it stays the same course when a new run opens.</summary>
internal sealed record OpenEdxCourse(string Id, IReadOnlyList<OpenEdxRun> Runs)
{
    /// <summary>The run with the latest date of its own; texts and address are its. Equal or absent dates are decided by the key.</summary>
    public OpenEdxRun Newest => Runs
        .OrderByDescending(run => run.Start ?? DateTimeOffset.MinValue)
        .ThenByDescending(run => run.Key, StringComparer.Ordinal)
        .First();

    /// <summary>Joins runs of the same organisation and number; courses by their identifiers.</summary>
    public static IReadOnlyDictionary<string, OpenEdxCourse> Join(IEnumerable<OpenEdxRun> runs) => runs
        .DistinctBy(run => run.Key)
        .GroupBy(run => run.Course, StringComparer.Ordinal)
        .ToDictionary(course => course.Key, course => new OpenEdxCourse(course.Key, [.. course]), StringComparer.Ordinal);

    /// <summary>The dates of all runs that have some, the first run first; null where none has.</summary>
    public IReadOnlyList<RawInstance>? Instances()
    {
        var instances = Runs
            .Where(one => one.Dates is not null)
            .OrderBy(one => one.Start ?? DateTimeOffset.MinValue)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => one.Dates!)
            .ToList();
        return instances.Count > 0 ? instances : null;
    }

    /// <summary>Self-paced or scheduled, where the newest run says so.</summary>
    public string? Mode => Newest.Pacing switch
    {
        "self" => Wire.Name(CourseMode.SelfPaced),
        "instructor" => Wire.Name(CourseMode.Scheduled),
        _ => null,
    };

    /// <summary>The listing. <paramref name="about"/> goes before what a list says only where the list says nothing.</summary>
    public RawListing Listing(Uri lms, OpenEdxAbout? about)
    {
        var run = Newest;
        return new RawListing
        {
            Id = Id,
            Title = Escaped(about?.Name) ?? run.Name,
            Url = SourceAddress.Below(lms, $"courses/{OpenEdxKey.Of(run.Key)!.InPath}/about").AbsoluteUri,
            Summary = run.ShortDescription ?? Escaped(about?.Summary),
            Description = about?.Overview,
            Publisher = Publisher(run, about),
            Authors = about?.Authors,
            Access = Wire.Name(about?.Invitation ?? run.InvitationOnly ? Access.Invitation : Access.Self),
            Price = about?.Price?.Class is { } written ? Wire.Name(written) : null,
            Prices = about?.Price?.Tag is { } tag ? [tag] : null,
            Mode = Mode,
            Workload = run.Effort ?? about?.Effort,
            Instances = Instances() ?? (about?.Dates is { } dates ? [dates] : null),
            Image = run.Image ?? about?.Image,
        };
    }

    /// <summary>A listing with what the search knows of its run; the texts of the search only where there are no others.</summary>
    public static RawListing With(RawListing listing, OpenEdxFound found)
    {
        var (price, credential) = OpenEdxModes.Of(found.Modes);
        return listing with
        {
            Summary = listing.Summary ?? found.Run.ShortDescription,
            Description = listing.Description ?? found.Overview,
            Language = found.Language,
            Price = price ?? listing.Price,
            Credential = credential,
            Workload = listing.Workload ?? found.Run.Effort,
            Image = listing.Image ?? found.Run.Image,
        };
    }

    /// <summary>A listing of a night on which the search was not asked: what it said before still holds.</summary>
    public static RawListing With(RawListing listing, RawListing last) => listing with
    {
        Description = listing.Description ?? last.Description,
        Language = last.Language,
        Price = listing.Price ?? last.Price,
        Credential = last.Credential,
    };

    // A list knows the organisation at least by its part of the key; the page writes it as people do.
    private string? Publisher(OpenEdxRun run, OpenEdxAbout? about) => Id.StartsWith($"{run.Organisation}+", StringComparison.Ordinal) ? about?.Organisation ?? run.Organisation : run.Organisation;

    private static string? Escaped(string? text) => text is null ? null : WebUtility.HtmlEncode(text);
}
