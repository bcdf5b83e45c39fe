using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Alarms;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>alarms [--test]</c>: the alarms that stand and stood; or a trial of the ways on which they are told.</summary>
internal static class AlarmsVerb
{
    private const int EventsShown = 50;

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "As one JSON object" };
        var test = new Option<bool>("--test") { Description = "Sends a test to the webhook and the mail receivers; exit code 1 where one does not get it" };
        var command = new Command("alarms", "Lists alarms, or tries out how they are told") { test, json };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed);
            await using var services = (parsed.GetValue(test) ? installation : installation.WithCatalogue()).BuildServices();
            return parsed.GetValue(test)
                ? await TryAsync(services.GetRequiredService<AlarmChannels>(), installation.Settings.PublicAddress, services.GetRequiredService<TimeProvider>(), ct)
                : await ListAsync(services, parsed.GetValue(json), ct);
        });
        return command;
    }

    private static async Task<int> TryAsync(AlarmChannels channels, Uri? publicAddress, TimeProvider clock, CancellationToken ct)
    {
        if (channels.All.Count == 0)
        {
            throw new RefusalException("Alarms are told to nobody: set «alarms.webhook» or «alarms.mail» in dccourseindex.yml. They are still logged and shown by «status» and on the pages.");
        }

        var failed = false;
        foreach (var channel in channels.All)
        {
            var failure = await channel.TellAsync(AlarmNote.Trial(publicAddress, clock.GetUtcNow()), ct);
            failed |= failure is not null;
            Terminals.Say($"{channel.Name}: {failure ?? "the test has arrived."}");
        }

        return failed ? ExitCode.DoneWithFailures : ExitCode.Done;
    }

    private static async Task<int> ListAsync(ServiceProvider services, bool json, CancellationToken ct)
    {
        var standing = await services.GetRequiredService<SourceWatch>().StandingAsync(ct);
        var events = await services.GetRequiredService<AlarmLedger>().EventsAsync(null, EventsShown, ct);
        if (json)
        {
            Terminals.Say(JsonSerializer.Serialize(new { standing, events }, Wire.Json));
            return ExitCode.Done;
        }

        AlarmText.Print(standing);
        foreach (var past in events.Where(alarm => alarm.ClearedAt is not null))
        {
            Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"Over: {past.Source}, {Wire.Name(past.Kind)}, {past.RaisedAt:yyyy-MM-dd HH:mm} to {past.ClearedAt:yyyy-MM-dd HH:mm} UTC. {past.Sentence}"));
        }

        if (standing.Count == 0)
        {
            Terminals.Note("No alarm stands.");
        }

        return ExitCode.Done;
    }
}
