using System.Text.Json.Nodes;
using DcCourseIndex.Host.Tests.House;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Demo;

public sealed class MirrorTests
{
    [Fact]
    public async Task A_dump_of_the_demo_and_the_changes_after_it_are_the_demo_exactly()
    {
        using var folder = new TempFolder();
        var site = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
        using var client = new HttpClient();
        using var demo = ServiceProcess.Start(Project.Root, new Dictionary<string, string> { ["DCCOURSEINDEX__API__LIMITS__PERMINUTE"] = "0" }, "demo", "--data", folder.Path, "--urls", site);
        await demo.AnswerAsync(client, $"{site}/health/live");
        // Taken while the first harvests are still going on, as a portal might.
        await demo.AnswerAsync(client, $"{site}/api/v1/changes?limit=1", answer => JsonNode.Parse(answer)!["items"]!.AsArray().Count > 0);
        var lines = (await client.GetStringAsync(new Uri($"{site}/api/v1/dump"))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        var mirror = lines.Skip(1).ToDictionary(line => (string)line["id"]!, line => line.ToJsonString(), StringComparer.Ordinal);
        Assert.Equal((long)lines[0]["count"]!, mirror.Count);
        await demo.AnswerAsync(client, $"{site}/api/v1/sources", answer => JsonNode.Parse(answer)!["items"]!.AsArray() is { Count: 4 } all && all.All(source => source!["lastComplete"] is not null));

        var reached = await FollowAsync(client, $"{site}/api/v1/changes?limit=50&epoch={lines[0]["epoch"]}", (long)lines[0]["revision"]!, mirror);

        var whole = new Dictionary<string, string>(StringComparer.Ordinal);
        Assert.Equal(reached, await FollowAsync(client, $"{site}/api/v1/changes?limit=1000", 0, whole));
        Assert.Equal(whole.OrderBy(course => course.Key, StringComparer.Ordinal), mirror.OrderBy(course => course.Key, StringComparer.Ordinal));
        await demo.AnswerAsync(client, $"{site}/api/v1/courses?collapse=false&limit=1", answer => (int)JsonNode.Parse(answer)!["total"]! == mirror.Count);
    }

    private static async Task<long> FollowAsync(HttpClient client, string address, long after, Dictionary<string, string> courses)
    {
        while (true)
        {
            var page = JsonNode.Parse(await client.GetStringAsync(new Uri(FormattableString.Invariant($"{address}&after={after}"))))!;
            foreach (var item in page["items"]!.AsArray())
            {
                if (item!["course"] is null)
                {
                    courses.Remove((string)item["id"]!);
                }
                else
                {
                    courses[(string)item["id"]!] = item.ToJsonString();
                }
            }

            after = (long)page["next"]!;
            if (!(bool)page["more"]!)
            {
                return after;
            }
        }
    }
}
