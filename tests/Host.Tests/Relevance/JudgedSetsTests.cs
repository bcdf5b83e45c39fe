using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DcCourseIndex.Host.Tests.House;

namespace DcCourseIndex.Host.Tests.Relevance;

/// <summary>What is shipped (rings, models, rules of ranking) finds the courses of the judged sets as well as it once did. Without the dictionary, because most machines have none.</summary>
public sealed class JudgedSetsTests
{
    // About two hundredths under what was measured when the floor was set: one query of some ninety may fall out, a rule may not.
    [Theory]
    [InlineData("labelled-courses-dev.jsonl", "queries-dev.jsonl", 0.92)]
    [InlineData("search-second/courses.jsonl", "search-second/queries.jsonl", 0.91)]
    [InlineData("search-fourth/courses.jsonl", "search-fourth/queries.jsonl", 0.84)]
    [InlineData("search-sixth/courses.jsonl", "search-sixth/queries.jsonl", 0.90)]
    [InlineData("search-seventh/courses.jsonl", "search-seventh/queries.jsonl", 0.87)]
    public async Task Judged_queries_find_what_they_found(string courses, string queries, double floor)
    {
        var figures = await RelevanceAsync(courses, queries);

        Assert.InRange(figures.GetProperty("search").GetProperty("ndcg").GetDouble(), floor, 1);
        Assert.Equal(1, figures.GetProperty("search").GetProperty("quiet").GetDouble());
        Assert.InRange(figures.GetProperty("baseline").GetProperty("ndcg").GetDouble(), 0.1, 0.4);
    }

    private static async Task<JsonElement> RelevanceAsync(string courses, string queries)
    {
        var data = Path.Combine(Project.Root, "tests", "Quality", "data");
        var program = AppContext.BaseDirectory.Replace("Host.Tests", "Quality", StringComparison.Ordinal);
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(program, "DcCourseIndex.Quality.dll"), "relevance", Path.Combine(data, courses), Path.Combine(data, queries), "--dictionary", "none"])
        {
            WorkingDirectory = Path.Combine(Project.Root, "tests", "Quality"),
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        using var json = JsonDocument.Parse(said.TrimEnd().Split('\n')[^1]);
        return json.RootElement.GetProperty("all").Clone();
    }
}
