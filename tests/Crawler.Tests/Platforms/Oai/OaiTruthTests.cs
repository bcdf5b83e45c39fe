using System.Text.Json;
using System.Text.RegularExpressions;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.Oai;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.Oai;

/// <summary>A recorded EPrints repository against what was really put into it, on the first day and after changes.</summary>
public sealed class OaiTruthTests(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dcc-oai-").FullName;

    [Fact]
    public async Task A_repository_is_harvested_as_it_was_made()
    {
        if (Site() is not { } site) return;
        var truth = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(site, "truth.json"))).RootElement.GetProperty("records").EnumerateArray().ToList();
        var courses = truth
            .Where(record => record.GetProperty("is_course").GetBoolean() && !record.GetProperty("deleted").GetBoolean() && !record.GetProperty("hidden").GetBoolean())
            .ToDictionary(record => $"oai:127.0.0.1:{record.GetProperty("eprintid")}");

        var harvested = await HarvestAsync(Source(site), Earlier.Nothing);
        Assert.Equal(courses.Keys.Order(), harvested.ById.Keys.Order());
        Assert.Empty(harvested.Refusals);
        Assert.All(harvested.Listings, listing => Assert.Equal(
            (Squeezed(courses[listing.Id].GetProperty("title").GetString()!), courses[listing.Id].GetProperty("official_url").GetString()),
            (listing.Title, listing.Url)));
        Assert.Equal(
            truth.Where(record => record.GetProperty("deleted").GetBoolean() || record.GetProperty("hidden").GetBoolean()).Select(record => $"oai:127.0.0.1:{record.GetProperty("eprintid")}").Order(),
            harvested.Pages.SelectMany(page => page.Deleted).Order());
        Assert.Equal(3, harvested.Pages.Count);
        Assert.All(harvested.Pages, page => Assert.False(page.Partial));
        Assert.Equal(courses.Count, harvested.Pages[^1].Expected);
    }

    [Fact]
    public async Task The_second_day_brings_what_changed_since_the_first()
    {
        if (Site() is not { } site) return;
        var first = await HarvestAsync(Source(site), Earlier.Nothing);
        var second = await HarvestAsync(Source(SecondDay(site)), Earlier.At(1, first));
        var changes = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Workspace.Captures("oai/eprints/day2")!, "changes.json"))).RootElement.EnumerateArray()
            .ToLookup(change => change.GetProperty("change").GetString() == "deleted", change => $"oai:127.0.0.1:{change.GetProperty("id")}");
        Assert.Equal(changes[false].Order(), second.ById.Keys.Order());
        Assert.Equal(changes[true], second.Pages.SelectMany(page => page.Deleted));
        Assert.All(second.Pages, page => Assert.True(page.Partial));
        Assert.EndsWith("(оновлено)", second.ById["oai:127.0.0.1:2"].Title, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string? Site()
    {
        var site = Workspace.Captures("sites/eprints-day1");
        if (site is null || Workspace.Captures("oai/eprints/day2") is null) output.WriteLine("Passed without a check: the recorded repository is not beside the working copy.");
        return site;
    }

    // The recorded repository closes /cgi/ to crawlers it does not know, as EPrints does by itself; its owner agreed to this one.
    private static SourceDefinition Source(string recorded) => Portal.Source("oai") with
    {
        Address = new Uri("http://127.0.0.1:8084/cgi/oai2"),
        Permission = new Permission("granted", new DateOnly(2026, 11, 20), null),
        Recorded = recorded,
    };

    private static async Task<Harvested> HarvestAsync(SourceDefinition source, PastHarvest past)
    {
        using var fetcher = new PageFetchers(new FetchSettings(), TimeProvider.System, NullLoggerFactory.Instance).For(source, past: past);
        return await Harvested.Of(new OaiPlatform(), source, fetcher);
    }

    /// <summary>The first day's repository which answers the one question that the second day must ask: from a second before the first day's beginning, by the repository's clock.</summary>
    private string SecondDay(string site)
    {
        var lines = File.ReadAllLines(Path.Combine(site, "index.ndjson")).Where(line => line.Contains("verb=Identify", StringComparison.Ordinal) || line.Contains("robots.txt", StringComparison.Ordinal)).ToList();
        foreach (var line in lines)
        {
            var file = JsonDocument.Parse(line).RootElement.GetProperty("file").GetString()!;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.Copy(Path.Combine(site, file), Path.Combine(folder, file), overwrite: true);
        }

        File.Copy(Path.Combine(Workspace.Captures("oai/eprints/day2")!, "list-records-from.xml"), Path.Combine(folder, "changes.xml"), overwrite: true);
        var identify = Directory.GetFiles(Path.Combine(folder, "pages"), "*.xml").Select(File.ReadAllText).Single();
        var began = DateTimeOffset.Parse(Regex.Match(identify, "<responseDate>(.*?)<").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var from = began.AddSeconds(-1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        lines.Add(JsonSerializer.Serialize(new { method = "GET", url = $"/cgi/oai2?verb=ListRecords&metadataPrefix=oai_dc&from={from}", body = (string?)null, status = 200, headers = new { }, file = "changes.xml" }));
        File.WriteAllLines(Path.Combine(folder, "index.ndjson"), lines);
        return folder;
    }

    private static string Squeezed(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
