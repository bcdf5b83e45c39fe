using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>queries [--zero] [--slow] [--top N] [--since DAYS]</c>: what people ask of the search and what it finds.</summary>
internal static class QueriesVerb
{
    private const int Most = 1000;
    private const int MostDays = 365;

    public static Command Create()
    {
        var zero = new Option<bool>("--zero") { Description = "Those that found nothing, the most frequent first" };
        var slow = new Option<bool>("--slow") { Description = string.Create(CultureInfo.InvariantCulture, $"Those whose answer took more than {QueryLedger.Slow.TotalMilliseconds} ms, the slowest first") };
        var top = new Option<int>("--top") { Description = "How many at most (1 to 1000)", HelpName = "N", DefaultValueFactory = _ => 20 };
        var since = new Option<int>("--since") { Description = "Days to look back, today among them (1 to 365)", HelpName = "DAYS", DefaultValueFactory = _ => 7 };
        var json = new Option<bool>("--json") { Description = "As one JSON object" };
        var command = new Command("queries", "Lists what people ask and what they find, without who asked") { zero, slow, top, since, json };
        command.SetAction(async (parsed, ct) =>
        {
            var (limit, days) = (parsed.GetValue(top), parsed.GetValue(since));
            RefuseWrongUse(parsed.GetValue(zero), parsed.GetValue(slow), limit, days);
            await using var services = Installation.Load(parsed, withModel: false).WithCatalogue().BuildServices();
            var order = parsed.GetValue(zero) ? QueryOrder.Zero : parsed.GetValue(slow) ? QueryOrder.Slow : QueryOrder.Top;
            var from = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(1 - days);
            var found = await services.GetRequiredService<QueryLedger>().ListAsync(order, from, limit, ct);
            if (parsed.GetValue(json))
            {
                Terminals.Say(JsonSerializer.Serialize(new { since = from, items = found }, Wire.Json));
            }
            else
            {
                Print(found);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void RefuseWrongUse(bool zero, bool slow, int limit, int days)
    {
        string[] wrong =
        [
            .. zero && slow ? ["--zero and --slow are two questions; ask one at a time."] : Array.Empty<string>(),
            .. limit is < 1 or > Most ? [$"--top is a number from 1 to {Most}."] : Array.Empty<string>(),
            .. days is < 1 or > MostDays ? [$"--since is a number of days from 1 to {MostDays}."] : Array.Empty<string>(),
        ];
        if (wrong.Length > 0)
        {
            throw new RefusalException(wrong);
        }
    }

    private static void Print(IReadOnlyList<QueryFigures> found)
    {
        if (found.Count == 0)
        {
            Terminals.Note("No such query is on record.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("query", "asked", "days", "nothing", "unsure", "slowest ms", "found", "first");
        foreach (var query in found)
        {
            table.AddRow([.. new[] { query.Text, Number(query.Asked), Number(query.Days), Number(query.Nothing), Number(query.Unsure), Number(query.SlowestMs), Number(query.Found), query.Top ?? "" }.Select(cell => new Text(cell))]);
        }

        Terminals.Data.Write(table);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
