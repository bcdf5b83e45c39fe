using DcCourseIndex.Pages.Tests.Demo;

namespace DcCourseIndex.Pages.Tests.Tasks;

/// <summary>What each page is for, done by mouse, by keys alone and without scripts, at three widths.</summary>
[Collection(DemoGroup.Name)]
public sealed class TaskTests(RunningDemo demo)
{
    public static TheoryData<string, Way, int> All
    {
        get
        {
            var all = new TheoryData<string, Way, int>();
            foreach (var task in PageTasks.All.Keys)
                foreach (var way in Enum.GetValues<Way>())
                    foreach (var width in new[] { 320, 768, 1280 })
                        all.Add(task, way, width);
            return all;
        }
    }

    [PageTheory]
    [MemberData(nameof(All))]
    public async Task A_page_does_what_it_is_for(string task, Way way, int width)
    {
        await using var visit = await Visit.BeginAsync(demo, way, width, desk: task.StartsWith("desk", StringComparison.Ordinal) ? await demo.DeskAsync() : null);

        await PageTasks.All[task](demo, visit);

        Assert.Empty(visit.Complaints);
    }
}
