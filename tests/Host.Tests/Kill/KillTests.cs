using System.Globalization;
using Xunit.Abstractions;

namespace DcCourseIndex.Host.Tests.Kill;

public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_is_killed_at_whatever_moment_no_course_is_lost_or_doubled()
    {
        var rounds = FromEnvironment("DCCOURSEINDEX_KILLS", 1);
        var seed = FromEnvironment("DCCOURSEINDEX_SEED", Environment.TickCount & 0xffff);
        output.WriteLine($"{rounds} kills of each kind, DCCOURSEINDEX_SEED={seed}");
        // One round a day is held short; the long suite imports for long enough to be killed in the middle.
        await using var service = await KilledService.StartAsync(rounds == 1 ? 400 : 1500, seed);

        for (var round = 0; round < rounds; round++)
        {
            foreach (var kind in new[] { "harvest", "import", "index", "reindex" })
            {
                service.Change(round);
                await service.KillAsync(kind);
                await service.AssertSoundAsync();
            }
        }

        await service.FinishAsync();
        await service.AssertSoundAsync();
        var followed = await service.AnswersAsync();
        await service.RebuildAsync();
        var rebuilt = await service.AnswersAsync();

        output.WriteLine($"{service.Hits} of {rounds * 4} kills hit a working process, {rebuilt.Count} courses");
        Assert.Equal(rebuilt, followed);
        Assert.Equal(service.Truth().Order(StringComparer.Ordinal), Ids(followed).Where(id => !id.StartsWith("prometeo.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(Ids(followed).Count, Ids(followed).Distinct().Count());
        Assert.Equal(55, Ids(followed).Count(id => id.StartsWith("prometeo.", StringComparison.Ordinal)));
    }

    private static List<string> Ids(IReadOnlyList<string> courses) =>
        [.. courses.Select(course => course[(course.IndexOf('"', StringComparison.Ordinal) + 1)..].Split('"')[0])];

    private static int FromEnvironment(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
