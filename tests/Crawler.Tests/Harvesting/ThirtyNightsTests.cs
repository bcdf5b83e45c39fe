using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Moodle;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>Thirty nights in the life of an invented Moodle; every morning each course is as the model says.</summary>
public sealed class ThirtyNightsTests
{
    private const int Nights = 30;
    private static readonly InventedCategory[] Categories = [new(1, "Медіа"), new(2, "Безпека"), new(3, "Паролі")];

    [Fact]
    public async Task Every_morning_every_course_is_as_the_model_says()
    {
        await using var portal = await MoodlePortal.StartAsync(Enumerable.Range(2, 40).Select(Course), new() { Categories = Categories, SummariesLimit = 1000 });
        using var line = new CrawlLine();
        var source = SourceOf(portal);
        var model = new ThirtyNightsModel();
        for (var night = 1; night <= Nights; night++)
        {
            Change(portal, night);
            var report = await line.NightAsync(source);
            var listed = portal.Courses.All.ToDictionary(course => $"utu.{course.Id}", course => course.Name);
            Assert.True(Ending(night) == report.State, $"Night {night}: {report.State}, {report.HeldBecause ?? report.Failure}");
            if (Ending(night) == RunState.Held)
            {
                // What is held changes nothing before the operator, in the morning, has looked at it.
                await CompareAsync(line, model, night);
                report = await line.AcceptAsync(report.Run);
            }

            if (report.State == RunState.Promoted)
            {
                Check(report, model, listed, night);
                model.Believe(listed, line.Clock.GetUtcNow());
            }

            await CompareAsync(line, model, night);
        }

        // The nights had everything in them.
        Assert.Equal([CourseState.Active, CourseState.Missing, CourseState.Retired], model.Courses.Values.Select(course => course.State).Distinct().Order());
        await line.SoundAsync();
    }

    private static void Change(MoodlePortal portal, int night)
    {
        var courses = portal.Courses;
        portal.Switches.Recover();
        switch (night)
        {
            case 2: // It grows,
                foreach (var id in Enumerable.Range(42, 5)) courses.Add(Course(id));
                break;
            case 3: // drops some for good,
                courses.Remove("44");
                courses.Remove("45");
                break;
            case 4: // drops one
                courses.Remove("7");
                break;
            case 6: // that comes back after two nights,
                courses.Add(Course(7));
                break;
            case 8: // renames one,
                courses.Rename("10", "Як розпізнати фейк");
                break;
            case 9: // moves a category below another,
                portal.Categories.Change("3", category => category with { Parent = 2 });
                break;
            case 10: // is empty for one night
                foreach (var course in courses.All) courses.Remove(course.Id);
                break;
            case 11: // (and renamed courses are back under their first names),
                foreach (var id in Enumerable.Range(2, 45).Except([44, 45])) courses.Add(Course(id));
                break;
            case 12 or 13 or 14: // fails for three nights,
                portal.Switches.FailFrom(portal.Requests.Count + (night - 10));
                break;
            case 16: // is redesigned, so that all titles change,
                foreach (var course in courses.All) courses.Rename(course.Id, $"Курс: {course.Name}");
                break;
            case 18: // deletes a few more,
                foreach (var id in new[] { "2", "3", "4" }) courses.Remove(id);
                break;
            case 20: // grows again,
                courses.Add(Course(50));
                courses.Add(Course(51));
                break;
            case 22: // brings back one that was retired long ago,
                courses.Add(Course(44));
                break;
            case 27: // and drops one shortly before the end.
                courses.Remove("30");
                break;
        }
    }

    private static RunState Ending(int night) => night switch
    {
        // The first run over the network, and the redesign.
        1 or 16 => RunState.Held,
        10 or 12 or 13 or 14 => RunState.Failed,
        _ => RunState.Promoted,
    };

    private static void Check(HarvestReport report, ThirtyNightsModel model, Dictionary<string, string> listed, int night)
    {
        var known = model.Courses;
        var returned = listed.Keys.Count(id => known.TryGetValue(id, out var course) && course.State != CourseState.Active);
        var renamed = listed.Count(course => known.TryGetValue(course.Key, out var before) && before.State == CourseState.Active && before.Title != course.Value);
        var moved = night == 9 ? listed.Keys.Count(id => int.Parse(id[4..], CultureInfo.InvariantCulture) % 3 == 2) : 0;
        Assert.Equal(
            (listed.Count, listed.Keys.Count(id => !known.ContainsKey(id)), renamed + moved + returned, returned, 0),
            (report.Found, report.New, report.Changed, report.Returned, report.Refused));
        Assert.Equal(known.Count(course => course.Value.State == CourseState.Active && !listed.ContainsKey(course.Key)), report.Missing);
        Assert.Equal(report.Found, report.New + report.Changed + report.Unchanged);
    }

    private static async Task CompareAsync(CrawlLine line, ThirtyNightsModel model, int night)
    {
        var all = (await line.Catalog.ChangesAfterAsync(0, 1000, default)).Changes;
        Assert.Equal(model.Courses.Keys.Order(StringComparer.Ordinal), all.Select(change => change.Id).Order(StringComparer.Ordinal));
        foreach (var change in all)
        {
            var expected = model.Courses[change.Id];
            Assert.True(expected.State == change.State, $"Night {night}: {change.Id} is {change.State}, not {expected.State}.");
            if (change.Course is { } course)
            {
                Assert.Equal(
                    (night, change.Id, expected.Title, expected.FirstSeen, expected.LastSeen, expected.Since, expected.Runs),
                    (night, change.Id, course.Course.Title, course.FirstSeen, course.LastSeen, course.MissingSince, course.MissingRuns));
            }
        }

        if (model.Courses.Count > 0)
        {
            // What pages show of active courses without a revision.
            Assert.Equal(model.Courses.Values.Where(course => course.State == CourseState.Active).Max(course => course.LastSeen), (await line.StatusAsync()).AllSeen);
        }
    }

    private static InventedCourse Course(int id) => new()
    {
        Id = $"{id}", Name = $"Вигаданий курс {id}", Summary = $"<p>Вигаданий опис курсу {id}.</p>", Category = (id % 3) + 1,
    };

    private static SourceDefinition SourceOf(MoodlePortal portal) => new()
    {
        Name = "utu",
        Title = "Вигаданий портал",
        Platform = "moodle",
        Address = portal.Address,
        AllowPrivateAddress = true,
        File = "utu.yml",
        Politeness = new() { Delay = TimeSpan.Zero },
    };
}
