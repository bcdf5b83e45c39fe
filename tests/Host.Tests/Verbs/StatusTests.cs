using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
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
            var catalog = new LedgerCatalog(store, new LedgerOptions(), TimeProvider.System);
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

    [Fact]
    public async Task The_watchdog_learns_which_source_is_too_old()
    {
        using var folder = new TempFolder();
        var config = Config(folder);
        await HarvestedAsync(folder, DateTimeOffset.UtcNow.AddHours(-30), null);

        using var old = await ServiceProcess.RunAsync("status", "--max-age", "26h", "--data", folder.File("data"), "--config", config);
        using var young = await ServiceProcess.RunAsync("status", "--max-age", "2d", "--data", folder.File("data"), "--config", config);
        using var wrong = await ServiceProcess.RunAsync("status", "--max-age", "26", "--data", folder.File("data"), "--config", config);
        using var two = await ServiceProcess.RunAsync("status", "portal", "--max-age", "26h", "--data", folder.File("data"), "--config", config);

        Assert.Equal((1, 0, 2, 2), (old.ExitCode, young.ExitCode, wrong.ExitCode, two.ExitCode));
        Assert.Contains("portal: the last complete run ended on", old.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fresh", old.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_and_a_run_can_be_looked_at_alone()
    {
        using var folder = new TempFolder();
        var config = Config(folder);
        await HarvestedAsync(folder, DateTimeOffset.UtcNow.AddDays(-3), "Half the courses are gone.");

        using var all = await ServiceProcess.RunAsync("status", "--data", folder.File("data"), "--config", config);
        using var source = await ServiceProcess.RunAsync("status", "portal", "--data", folder.File("data"), "--config", config);
        using var run = await ServiceProcess.RunAsync("status", "--run", "1", "--json", "--data", folder.File("data"), "--config", config);
        using var unknown = await ServiceProcess.RunAsync("status", "portall", "--data", folder.File("data"), "--config", config);

        Assert.Equal((0, 0, 0, 2), (all.ExitCode, source.ExitCode, run.ExitCode, unknown.ExitCode));
        Assert.Contains("Alarm: portal, held since", all.Output, StringComparison.Ordinal);
        Assert.Contains("The night harvest has never run", all.Output, StringComparison.Ordinal);
        Assert.Contains("held: Half the courses are gone. (accept 1 | discard 1)", source.Output, StringComparison.Ordinal);
        Assert.Equal("held", JsonDocument.Parse(run.Output).RootElement.GetProperty("state").GetString());
        Assert.Contains("did you mean «portal»", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_held_run_lists_can_be_read_before_it_is_judged()
    {
        using var folder = new TempFolder();
        var config = Config(folder);
        await HarvestedAsync(folder, DateTimeOffset.UtcNow.AddHours(-1), "Half the courses are gone.");

        using var held = await ServiceProcess.RunAsync("status", "--run", "1", "--courses", "--data", folder.File("data"), "--config", config);
        using var discarded = await ServiceProcess.RunAsync("discard", "1", "--data", folder.File("data"), "--config", config);
        using var again = await ServiceProcess.RunAsync("accept", "1", "--data", folder.File("data"), "--config", config);
        using var unknown = await ServiceProcess.RunAsync("accept", "99", "--data", folder.File("data"), "--config", config);
        using var nothing = await ServiceProcess.RunAsync("status", "--run", "1", "--courses", "--data", folder.File("data"), "--config", config);

        Assert.Equal((0, 0, 2, 2, 2), (held.ExitCode, discarded.ExitCode, again.ExitCode, unknown.ExitCode, nothing.ExitCode));
        Assert.Equal("+\tportal.DC1\tЦифрова грамотність\thttps://portal.example/DC1", held.Output.TrimEnd());
        Assert.Contains("was dropped", again.Errors, StringComparison.Ordinal);
        Assert.Contains("There is no run 99", unknown.Errors, StringComparison.Ordinal);
        Assert.Contains("lists nothing any more", nothing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_contact_a_harvest_is_wrong_use_and_leaves_no_run()
    {
        using var folder = new TempFolder();
        var config = Config(folder);

        using var harvest = await ServiceProcess.RunAsync("harvest", "portal", "--data", folder.File("data"), "--config", config);
        using var status = await ServiceProcess.RunAsync("status", "portal", "--json", "--data", folder.File("data"), "--config", config);

        Assert.Equal(2, harvest.ExitCode);
        Assert.Contains("No contact is set", harvest.Errors, StringComparison.Ordinal);
        Assert.Empty(JsonDocument.Parse(status.Output).RootElement.GetProperty("runs").EnumerateArray());
    }

    [Fact]
    public async Task The_ways_on_which_alarms_are_told_can_be_tried()
    {
        using var folder = new TempFolder();
        var config = Config(folder);
        using var nobody = await ServiceProcess.RunAsync("alarms", "--test", "--data", folder.File("data"), "--config", config);
        folder.Write("config/dccourseindex.yml", $"alarms:\n  webhook: http://127.0.0.1:{ServiceProcess.FreePort()}/hook/secret-path\n");
        using var closed = await ServiceProcess.RunAsync("alarms", "--test", "--data", folder.File("data"), "--config", config);

        Assert.Equal((2, 1), (nobody.ExitCode, closed.ExitCode));
        Assert.Contains("webhook: http://127.0.0.1", closed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-path", closed.Output + closed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_says_which_arguments_may_be_left_out()
    {
        using var help = await ServiceProcess.RunAsync("--help");

        Assert.Contains("classify [FILE]", help.Output, StringComparison.Ordinal);
        Assert.Contains("harvest [SOURCE]", help.Output, StringComparison.Ordinal);
        Assert.Contains("import <FILE>", help.Output, StringComparison.Ordinal);
    }

    private static string Config(TempFolder folder)
    {
        folder.Write("config/sources/portal.yml", "name: Вигаданий портал\nplatform: moodle\naddress: https://portal.example\nschedule: \"20 2 * * *\"\n");
        folder.Write("config/sources/fresh.yml", "name: Новий портал\nplatform: moodle\naddress: https://fresh.example\n");
        return folder.File("config");
    }

    private static async Task HarvestedAsync(TempFolder folder, DateTimeOffset end, string? heldBecause)
    {
        using var store = LedgerStore.Open(folder.File("data"), TimeProvider.System);
        var catalog = new LedgerCatalog(store, new LedgerOptions(), TimeProvider.System);
        var run = await catalog.OpenHarvestAsync(new HarvestOpening("portal", RunKind.Harvest, end.AddMinutes(-5)), default);
        if (heldBecause is not null)
        {
            var course = new Course { Id = "portal.DC1", Source = "portal", SourceId = "DC1", Title = "Цифрова грамотність", Url = "https://portal.example/DC1" };
            var raw = new RawListing { Id = "DC1", Title = course.Title, Url = course.Url };
            await catalog.RecordAsync(run, new HarvestBatch([new HarvestEntry(raw, course, Tagging.None)], [], null), default);
        }

        await catalog.CloseHarvestAsync(run, new HarvestClosing(HarvestEnd.Complete, heldBecause, null, FetchFigures.None, end), default);
    }
}
