using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Verbs;

public sealed class StatusTests
{
    [Fact]
    public async Task Status_says_who_rests_until_when_and_why_and_that_nobody_is_asked_without_a_contact()
    {
        using var folder = new TempFolder();
        var until = TimeProvider.System.GetUtcNow().AddHours(3);
        using (var store = LedgerStore.Open(folder.File("data"), TimeProvider.System))
        {
            var catalog = new SqliteCatalog(store, new LedgerOptions(), TimeProvider.System);
            var run = await catalog.OpenHarvestAsync(new("dl-khpi", RunKind.Harvest, TimeProvider.System.GetUtcNow()), CancellationToken.None);
            await catalog.CloseHarvestAsync(run, new(HarvestEnd.Interrupted, null, "It was left at a page boundary.", FetchFigures.None, TimeProvider.System.GetUtcNow()), CancellationToken.None);
            await new SourceRests(store).KeepAsync("dl-khpi", new(2, until, false, "The portal answered 500."), CancellationToken.None);
        }

        using var status = await ServiceProcess.RunAsync("status", "--data", folder.File("data"));

        Assert.Equal(0, status.ExitCode);
        var said = string.Join(' ', status.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"Rests: dl-khpi is asked again after {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC, because failed runs in a row: 2. The portal answered 500.", said, StringComparison.Ordinal);
        Assert.Contains("Left off: run 1 of dl-khpi. It was left at a page boundary.", said, StringComparison.Ordinal);
        Assert.Contains("No portal is asked: «contact»", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_bounds_of_a_harvest_are_refused_all_at_once()
    {
        using var folder = new TempFolder();
        folder.Write("config/dccourseindex.yml", "harvest:\n  longestRun: 3 days\n  mostRequests: 1\n  window: at night\n");
        folder.Write("config/sources/README", "No sources.");

        using var status = await ServiceProcess.RunAsync("config", "--config", folder.File("config"), "--data", folder.File("data"));

        Assert.Equal(2, status.ExitCode);
        Assert.All(["dccourseindex.yml:2", "1m to 48h", "dccourseindex.yml:3", "10 to 1000000", "dccourseindex.yml:4", "01:00-06:00"], word => Assert.Contains(word, status.Errors, StringComparison.Ordinal));
    }
}
