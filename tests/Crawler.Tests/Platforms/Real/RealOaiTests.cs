using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Oai;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.Real;

/// <summary>A repository made of Debian's Perl packages for OAI-PMH, sixty records in three pages, harvested on two days.</summary>
public sealed class RealOaiTests(ITestOutputHelper output)
{
    private static readonly string Script = Path.Combine(RealServer.Scripts, "oai-provider.pl");

    [Fact]
    public async Task A_repository_is_harvested_as_it_is_and_as_it_changes()
    {
        if (!await RealServer.IsReadyAsync(output, "perl", Script, "--check")) return;
        var folder = Directory.CreateTempSubdirectory("dcc-oai-").FullName;
        var records = Path.Combine(folder, "records.json");
        File.Copy(Path.Combine(RealServer.Scripts, "oai-day1.json"), records);
        var port = RealServer.FreePort().ToString(CultureInfo.InvariantCulture);
        using var server = await RealServer.StartAsync("perl", Script, port, records);
        try
        {
            var source = RealServer.Source("oai", new Uri($"http://127.0.0.1:{port}/oai"));
            var first = await RealServer.HarvestAsync(new OaiPlatform(), source, Earlier.Nothing);
            Assert.Equal(Records("oai-day1.json").Where(record => record is { IsCourse: true, IsDeleted: false }).Select(record => record.Id).Order(), first.ById.Keys.Order());
            Assert.Equal(Records("oai-day1.json").Where(record => record.IsDeleted).Select(record => record.Id).Order(), first.Pages.SelectMany(page => page.Deleted).Order());
            Assert.Equal(3, first.Pages.Count);
            Assert.Equal("Вигаданий курс 3 «Дані & факти»", first.ById["oai:repo.example:3"].Title);

            var ofSet = await RealServer.HarvestAsync(new OaiPlatform(), source with { Categories = ["Курси"] }, Earlier.Nothing);
            Assert.Equal(first.ById.Keys.Order(), ofSet.ById.Keys.Order());
            Assert.Contains("«Немає»", (await Assert.ThrowsAsync<ListingUnreliableException>(() => RealServer.HarvestAsync(new OaiPlatform(), source with { Categories = ["Немає"] }, Earlier.Nothing))).Message, StringComparison.Ordinal);

            File.Delete(records);
            File.Copy(Path.Combine(RealServer.Scripts, "oai-day2.json"), records);
            File.SetLastWriteTimeUtc(records, TimeProvider.System.GetUtcNow().UtcDateTime);
            var second = await RealServer.HarvestAsync(new OaiPlatform(), source, Earlier.At(1, first));
            Assert.Equal(["oai:repo.example:3", "oai:repo.example:61"], second.ById.Keys.Order());
            Assert.Equal(["oai:repo.example:12", "oai:repo.example:15"], second.Pages.SelectMany(page => page.Deleted).Order());
            Assert.True(Assert.Single(second.Pages).Partial);
            output.WriteLine($"{first.Listings.Count} courses on the first day, {second.Listings.Count} changes on the second.");
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string Id, bool IsCourse, bool IsDeleted)> Records(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(RealServer.Scripts, file))).RootElement.GetProperty("records").EnumerateArray()
            .Select(record => (record.GetProperty("id").GetString()!, record.GetProperty("set").GetString() == "col_courses", record.TryGetProperty("deleted", out var deleted) && deleted.GetBoolean()));
}
