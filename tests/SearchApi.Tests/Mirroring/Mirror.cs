using System.Globalization;
using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Mirroring;

/// <summary>A copy of the catalogue as a portal keeps it: begun with the dump, or with nothing, and brought up to date by the changes.</summary>
internal sealed class Mirror(SampleSite site)
{
    private readonly SortedDictionary<string, string> courses = new(StringComparer.Ordinal);
    private string? epoch;
    private long reached;

    /// <summary>Every living course as it was sent, by id.</summary>
    public IReadOnlyDictionary<string, string> Courses => courses;

    public async Task TakeDumpAsync()
    {
        var lines = (await site.Client.GetStringAsync(new Uri("/api/v1/dump", UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var head = JsonNode.Parse(lines[0])!;
        (epoch, reached) = ((string)head["epoch"]!, (long)head["revision"]!);
        Assert.Equal(lines.Length - 1, (long)head["count"]!);
        foreach (var line in lines.Skip(1))
            Keep(JsonNode.Parse(line)!);
    }

    public async Task FollowAsync(int limit = 2)
    {
        for (var more = true; more;)
        {
            var (status, body) = await site.JsonAsync(string.Create(CultureInfo.InvariantCulture, $"/api/v1/changes?after={reached}&limit={limit}{(epoch is null ? "" : $"&epoch={epoch}")}"));
            Assert.Equal(200, status);
            foreach (var item in body["items"]!.AsArray())
                Keep(item!);
            (epoch, reached, more) = ((string)body["epoch"]!, (long)body["next"]!, (bool)body["more"]!);
        }
    }

    private void Keep(JsonNode item)
    {
        var id = (string)item["id"]!;
        if (item["course"] is null)
            courses.Remove(id);
        else
            courses[id] = item.ToJsonString();
    }
}
