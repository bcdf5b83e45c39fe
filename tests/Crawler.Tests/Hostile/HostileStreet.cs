using DcCourseIndex.Portals.Hostile;
using DcCourseIndex.Portals.Moodle;

namespace DcCourseIndex.Crawler.Tests.Hostile;

/// <summary>A hostile portal, a good one beside it, and one catalogue; each test has its own sources in it.</summary>
#pragma warning disable CA1001 // xunit calls DisposeAsync.
public sealed class HostileStreet : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly CrawlGround ground = new();
    private HostilePortal portal = null!;
    private int number;

    internal MoodlePortal Neighbour { get; private set; } = null!;

    /// <summary>The street as it is for the next test: nobody misbehaves.</summary>
    internal (CrawlGround Ground, HostilePortal Portal, int Number) Next()
    {
        portal.Mood = null;
        return (ground, portal, ++number);
    }

    public async Task InitializeAsync()
    {
        portal = await Invented.HostileAsync();
        Neighbour = await Invented.MoodleAsync();
    }

    public async Task DisposeAsync()
    {
        await portal.DisposeAsync();
        await Neighbour.DisposeAsync();
        ground.Dispose();
    }
}
