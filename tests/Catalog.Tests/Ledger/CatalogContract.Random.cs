using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private const int Always = 5;
    private const int Sometimes = 12;

    public static TheoryData<int> Seeds =>
        Environment.GetEnvironmentVariable("DCCOURSEINDEX_SEED") is { } seed ? [int.Parse(seed, CultureInfo.InvariantCulture)] : [.. Enumerable.Range(1, 12)];

    /// <summary>A failing seed is in the test's name; DCCOURSEINDEX_SEED repeats it.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_nights_come_no_course_is_lost(int seed)
    {
        var random = new Random(seed);
        var portal = Enumerable.Range(1, Always).ToDictionary(id => id, _ => "Завжди");
        var seen = false;
        var follower = new Dictionary<string, CourseChange>();
        var reached = 0L;
        for (var night = 0; night < 40; night++)
        {
            // The clock of a virtual machine may be years off after a night.
            Clock.PassDays(random.Next(10) == 0 ? random.Next(-2000, 2000) : 1);
            Change(portal, random);
            seen |= await NightAsync(portal, random);

            var page = await Catalog.ChangesAfterAsync(reached, 1000, default);
            Assert.True(page.Reached(reached) >= reached);
            Assert.All(page.Changes, change => Assert.InRange(change.Revision, reached + 1, page.Catalog.Revision));
            reached = page.Reached(reached);
            foreach (var change in page.Changes)
            {
                follower[change.Id] = change;
            }

            var standing = await ChangesAsync();
            Assert.Equal(Shown(standing), Shown(follower.Values.OrderBy(change => change.Revision)));
            Assert.All(Enumerable.Range(1, seen ? Always : 0), id => Assert.Equal(CourseState.Active, follower[CourseId.Of(Source, $"{id}")].State));
        }

        await SoundAsync();
    }

    private static void Change(Dictionary<int, string> portal, Random random)
    {
        foreach (var id in Enumerable.Range(Always + 1, Sometimes).Where(_ => random.Next(4) == 0))
        {
            if (!portal.Remove(id))
            {
                portal[id] = $"Курс {random.Next(3)}";
            }
        }

        portal[random.Next(1, Always + 1)] = $"Завжди {random.Next(3)}";
    }

    /// <summary>One night with a run that ends somehow. True where a complete list reached the catalogue.</summary>
    private async Task<bool> NightAsync(Dictionary<int, string> portal, Random random)
    {
        var run = await OpenAsync();
        HarvestEntry[] all = [.. portal.Select(course => Invented.Entry(Source, $"{course.Key}", course.Value))];
        HarvestEntry[] some = [.. all.Where(_ => random.Next(3) > 0)];
        switch (random.Next(8))
        {
            case 0:
                await Catalog.RecordAsync(run, new HarvestBatch(some, [], "half") { Deleted = Gone(portal, random), Partial = true }, default);
                await CloseAsync(run);
                return false;
            case 1:
                await RecordAsync(run, some, "half");
                await CloseAsync(run, HarvestEnd.Failed, random.Next(2) == 0 ? Implausible : null);
                return await JudgeAsync(random);
            case 2:
                await RecordAsync(run, some, "half");
                await CloseAsync(run, HarvestEnd.Interrupted);
                return false;
            case 3:
                await RecordAsync(run, some, "half");
                Restart();
                return false;
            case 4:
                await RecordAsync(run, all);
                await CloseAsync(run, heldBecause: Implausible);
                return await JudgeAsync(random);
            case 5:
                // An empty list; where a resumed run had read something, its rest could not be read.
                await CloseAsync(run, run.Found == 0 ? HarvestEnd.Complete : HarvestEnd.Failed, run.Found == 0 ? null : Implausible);
                return false;
            default:
                // What a resumed run read on an earlier night stays in it.
                await RecordAsync(run, all);
                return (await CloseAsync(run)).End == HarvestEnd.Complete;
        }
    }

    private async Task<bool> JudgeAsync(Random random)
    {
        if (random.Next(3) == 0 || await Held.ListAsync(default) is not [var newest, ..] held)
        {
            return false;
        }

        var chosen = held[random.Next(held.Count)];
        if (random.Next(3) == 0)
        {
            await Held.DiscardAsync(chosen.Run, default);
            return false;
        }

        var accepted = await Held.AcceptAsync(chosen.Run, default);
        return accepted is { End: HarvestEnd.Complete, Found: > 0 } && newest.Run == accepted.Run && accepted.Found >= Always;
    }

    private static List<string> Gone(Dictionary<int, string> portal, Random random) =>
        [.. Enumerable.Range(Always + 1, Sometimes).Where(id => !portal.ContainsKey(id) && random.Next(2) == 0).Select(id => $"{id}")];

    /// <summary>Without when it was last seen, which takes no revision.</summary>
    private static IEnumerable<string> Shown(IEnumerable<CourseChange> changes) =>
        changes.Select(change => $"{change.Revision} {change.Id} {change.State} {change.Course?.Course.Title} {change.Course?.FirstSeen:O}");
}
