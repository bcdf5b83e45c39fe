using System.Globalization;
using DcCourseIndex.Crawler.Fetching.Pacing;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Schedule;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Schedule.Thousand;

/// <summary>
/// Nights with a thousand invented portals: their schedules, hours, gates and limits are those of the service; only what a portal answers with, and what a page costs
/// the processor and the writer, are numbers, from <c>docs/scale.md</c>. Sizes are drawn so that few portals have most of the courses.
/// </summary>
internal sealed class ThousandPortals
{
    // Processor time to read, normalise and tag a course of a list and one with a page of its own, and the writer's time to take a course.
    private static readonly TimeSpan ReadListed = TimeSpan.FromMicroseconds(1_100);
    private static readonly TimeSpan ReadPage = TimeSpan.FromMicroseconds(6_700);
    private static readonly TimeSpan WriteCourse = TimeSpan.FromMicroseconds(60);
    private const int CoursesOnAList = 100;
    private readonly NightClock clock;
    private readonly HostGates gates;
    private readonly Worker processors;
    private readonly Worker writer;
    private readonly bool first;
    private readonly List<Portal> portals;

    public ThousandPortals(NightClock clock, int seed, int portals, int courses, int processors, bool first, (TimeOnly, TimeOnly)? window)
    {
        (this.clock, this.first) = (clock, first);
        gates = new(clock);
        this.processors = new(clock, processors);
        writer = new(clock, 1);
        this.portals = Draw(new Random(seed), portals, courses, window);
    }

    public IReadOnlyList<Portal> Portals => portals;

    public Worker Processors => processors;

    public Worker Writer => writer;

    /// <summary>The most portals that were asked at the same time.</summary>
    public int MostAtOnce { get; private set; }

    private int atOnce;

    /// <summary>Lets each portal's own time come, as the schedule would, in the night that follows.</summary>
    public void Begin() => portals.ForEach(portal => _ = RunAsync(portal));

    private async Task RunAsync(Portal portal)
    {
        var job = new HarvestJob(portal.Source, (_, ct) => HarvestAsync(portal, ct), (_, _) => Task.FromResult(new SourceStanding(null, portal.Left > 0)), clock, NullLogger.Instance);
        var due = CronText.NextAfter(portal.Source.Schedule!, clock.GetUtcNow())!.Value;
        await Task.Delay(due - clock.GetUtcNow(), clock);
        portal.Left = portal.Requests;
        await job.Execute(null!);
    }

    private async Task HarvestAsync(Portal portal, CancellationToken ct)
    {
        portal.Began ??= clock.GetUtcNow();
        portal.Nights++;
        using var stop = RunStop.For(portal.Source, HarvestLimits.Standard.LongestRun, scheduled: true, clock, null, ct);
        MostAtOnce = Math.Max(MostAtOnce, ++atOnce);
        try
        {
            while (portal.Left > 0 && !await stop.IsAtEndAsync())
            {
                using (await gates.EnterAsync(portal.Host, portal.Source.Politeness.Delay, portal.Source.Politeness.AtOnce, stop.Token))
                {
                    portal.Asked(clock.GetUtcNow());
                    await Task.Delay(portal.Latency, clock, stop.Token);
                }

                await processors.DoAsync(portal.Work);
                portal.Left--;
            }
        }
        catch (OperationCanceledException)
        {
            // Its hours are over; it goes on in the next ones.
        }

        atOnce--;
        if (portal.Left == 0)
        {
            // Every course that the run lists is compared with what stands, whether it changed or not.
            await writer.DoAsync(WriteCourse * portal.Courses);
            portal.Ended = clock.GetUtcNow();
        }
    }

    private List<Portal> Draw(Random random, int count, int courses, (TimeOnly, TimeOnly)? window)
    {
        var weights = Enumerable.Range(0, count).Select(_ => Math.Exp(1.6 * Normal(random))).ToList();
        var whole = weights.Sum();
        return [.. weights.Select((weight, place) => Make(random, place, Math.Max(5, (int)(courses * weight / whole)), window))];
    }

    // Two in five portals list a hundred courses a page; the others have a page a course, and a list that tells what changed.
    private Portal Make(Random random, int place, int courses, (TimeOnly, TimeOnly)? window)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"portal-{place}");
        var lists = random.Next(5) < 2;
        var pages = (courses + CoursesOnAList - 1) / CoursesOnAList;
        var changed = first ? courses : courses / 50;
        return new Portal
        {
            Source = new()
            {
                Name = name,
                Title = name,
                Platform = lists ? "oai" : "sitemap",
                Enabled = true,
                Schedule = string.Create(CultureInfo.InvariantCulture, $"{random.Next(60)} 2 * * *"),
                Politeness = new() { Window = window },
            },
            // One in twenty shares its machine, and so its gate, with another.
            Host = place > 0 && random.Next(20) == 0 ? string.Create(CultureInfo.InvariantCulture, $"portal-{random.Next(place)}.example") : $"{name}.example",
            Courses = courses,
            Requests = lists ? pages : pages + changed,
            Work = lists ? ReadListed * CoursesOnAList : ReadPage,
            Latency = TimeSpan.FromMilliseconds(200 + random.Next(1_000)),
        };
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>One portal and how its nights went.</summary>
    internal sealed class Portal
    {
        public required SourceDefinition Source { get; init; }
        public required string Host { get; init; }
        public required int Courses { get; init; }
        public required int Requests { get; init; }
        public required TimeSpan Work { get; init; }
        public required TimeSpan Latency { get; init; }
        public int Left { get; set; }
        public int Nights { get; set; }
        public DateTimeOffset? Began { get; set; }
        public DateTimeOffset? Ended { get; set; }

        /// <summary>Every moment at which it was asked.</summary>
        public List<DateTimeOffset> Moments { get; } = [];

        public void Asked(DateTimeOffset at) => Moments.Add(at);
    }
}
