using System.Globalization;
using System.Text;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;
using Xunit.Abstractions;

namespace DcCourseIndex.SearchApi.Tests.Oai;

/// <summary>What a harvester of somebody else gets: Perl's HTTP::OAI, as Debian packs it.</summary>
public sealed class OaiHarvesterTests(ITestOutputHelper output)
{
    // One line a record: identifier, whether it is deleted, title.
    private const string Script = """
        use strict; use warnings; use HTTP::OAI; binmode STDOUT, ':utf8'; $| = 1;
        my ($base, @range) = @ARGV;
        my $harvester = HTTP::OAI::Harvester->new(baseURL => $base);
        my $list = $harvester->ListRecords(metadataPrefix => 'oai_dc', @range, onRecord => sub {
            my $record = shift;
            my $title = $record->is_deleted ? '' : ($record->metadata->dom->findnodes('.//*[local-name()="title"]'))[0]->textContent;
            print join("\t", $record->identifier, $record->is_deleted ? 1 : 0, $title), "\n";
        });
        die $list->message if $list->is_error && $list->message !~ /noRecordsMatch|No course/;
        """;

    [CheckedBy("oai_pmh", "libhttp-oai-perl")]
    public async Task A_foreign_harvester_loses_nothing_while_the_catalogue_changes()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("DCCOURSEINDEX_OAI_RECORDS") ?? "600", CultureInfo.InvariantCulture);
        var courses = SampleCourses.Many(count).ToList();
        await using var real = await RealSite.StartAsync(courses);
        await using var app = await real.ServeAsync();
        var begun = TimeProvider.System.GetUtcNow();

        var harvest = HarvestAsync(app.Urls.First() + "/oai");
        var known = courses;
        for (var round = 1; round <= 4; round++)
        {
            // Every seventh course gets another title, every fiftieth is gone.
            known = [.. known.Where((_, at) => at % 50 != round).Select((course, at) => at % 7 == round ? Titled(course, $"Назва {round}") : course)];
            await real.HarvestAgainAsync("many", known);
        }
        // What one run misses is retired by the next.
        await real.HarvestAgainAsync("many", known);
        var first = await harvest;
        var later = await HarvestAsync(app.Urls.First() + "/oai", "from", begun.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

        output.WriteLine($"{count} records: {first.Count} taken while the catalogue changed, of these {first.Count(record => record.Deleted)} deleted; {later.Count} by the second harvest, of these {later.Count(record => record.Deleted)} deleted.");
        Assert.Equal(count, first.Select(record => record.Id).Distinct().Count());
        var mirror = new Dictionary<string, string>();
        foreach (var (id, deleted, title) in first.Concat(later))
        {
            if (deleted)
                mirror.Remove(id);
            else
                mirror[id] = title;
        }
        var offered = known.ToDictionary(course => $"oai:127.0.0.1:{course.Course.Id}", course => course.Course.Title);
        Assert.Empty(offered.Except(mirror));
        Assert.Empty(mirror.Except(offered));
    }

    private static CatalogCourse Titled(CatalogCourse course, string title) => course with { Course = course.Course with { Title = title } };

    private static async Task<List<(string Id, bool Deleted, string Title)>> HarvestAsync(string address, params string[] range)
    {
        var (code, output, complaints) = await Checker.RunAsync("perl", Encoding.UTF8.GetBytes(Script), ["{}", address, .. range]);

        Assert.Equal((0, ""), (code, complaints));
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1] == "1", parts[2]))];
    }
}
