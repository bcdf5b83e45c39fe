using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Hostile;
using DcCourseIndex.Portals.Moodle;

namespace DcCourseIndex.Crawler.Tests.Hostile;

/// <summary>Invented portals of twenty courses each, and the settings under which they are asked without long waits.</summary>
internal static class Invented
{
    public const int Courses = 20;

    /// <summary>The limits as they are in earnest (<c>tests/run chaos</c>), instead of those that let a test end soon.</summary>
    public static readonly bool InEarnest = Environment.GetEnvironmentVariable("DCCOURSEINDEX_CHAOS") == "1";

    public static readonly FetchSettings Settings = InEarnest ? new() { Contact = "https://library.example/crawler", Retries = 1, RetryDelay = TimeSpan.Zero } : new()
    {
        Contact = "https://library.example/crawler",
        Retries = 1,
        RetryDelay = TimeSpan.Zero,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        FirstByteTimeout = TimeSpan.FromSeconds(10),
        DripWindow = TimeSpan.FromSeconds(10),
        AttemptTimeout = TimeSpan.FromSeconds(20),
        MaxBodyBytes = 4 * 1024 * 1024,
        MaxRequests = 40,
    };

    /// <summary>For portals that keep a crawler waiting.</summary>
    public static readonly FetchSettings Impatient = InEarnest ? Settings : Settings with
    {
        FirstByteTimeout = TimeSpan.FromSeconds(1.5),
        DripWindow = TimeSpan.FromSeconds(1),
        AttemptTimeout = TimeSpan.FromSeconds(4),
    };

    public static Task<MoodlePortal> MoodleAsync(Uri? publicAddress = null, int courses = Courses) => MoodlePortal.StartAsync(
        InventedData.Courses("utu").Where(course => !course.Hidden).Take(courses).Select(course => course with { Category = 1 }),
        new() { PublicAddress = publicAddress, SummariesLimit = 100, CoursesPerPage = 100 });

    public static Task<HostilePortal> HostileAsync() => HostilePortal.StartAsync(async address => await MoodleAsync(address));

    public static SourceDefinition Source(string name, Uri address) => new()
    {
        Name = name,
        Title = "Вигаданий портал",
        Platform = "moodle",
        Address = address,
        AllowPrivateAddress = true,
        Trusted = true,
        Politeness = new() { Delay = TimeSpan.Zero },
    };
}
