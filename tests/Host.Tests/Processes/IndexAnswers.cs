using System.Text.Json;

namespace DcCourseIndex.Host.Tests.Processes;

/// <summary>Everything that a search node answers from its index, so that two indexes can be compared.</summary>
internal static class IndexAnswers
{
    /// <summary>Every course in order of id, each after its id.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(Func<string, Task<string>> ask, string root)
    {
        var courses = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = JsonDocument.Parse(await ask($"{root}/api/v1/courses?sort=id&collapse=false&limit=100{(cursor.Length == 0 ? "" : "&cursor=" + Uri.EscapeDataString(cursor))}")).RootElement;
            courses.AddRange(page.GetProperty("items").EnumerateArray().Select(Told));
            cursor = page.GetProperty("next").GetString();
        }

        return courses;
    }

    /// <summary>One search as it is answered: how many, the facets, and the first hits in their order.</summary>
    public static async Task<IReadOnlyList<string>> SearchAsync(Func<string, Task<string>> ask, string root, string words)
    {
        var answer = JsonDocument.Parse(await ask($"{root}/api/v1/courses?limit=50&q={Uri.EscapeDataString(words)}")).RootElement;
        return [answer.GetProperty("total").GetRawText(), answer.GetProperty("facets").GetRawText(), .. answer.GetProperty("items").EnumerateArray().Select(Told)];
    }

    /// <summary>Whether the index has read all that the catalogue has, by an answer of <c>/health/ready</c>.</summary>
    public static bool IsCaughtUp(string readiness)
    {
        var index = JsonDocument.Parse(readiness).RootElement.GetProperty("index");
        return index.GetProperty("position").GetInt64() == index.GetProperty("revision").GetInt64();
    }

    // Being seen again is no change, so a rebuilt index may know a later sight than one that followed.
    private static string Told(JsonElement item) => string.Join(
        ',',
        item.EnumerateObject().Where(member => member.Name is not ("lastSeen" or "priceSeen")).Select(member => $"{member.Name}={member.Value.GetRawText()}"));
}
