using System.CommandLine;
using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>lists</c>, <c>lists remove ID</c>: what people keep on the server, and the operator's way to take it away.</summary>
internal static class ListsVerb
{
    private const int Shown = 100;

    public static Command Create()
    {
        var command = new Command("lists", "Shows the lists of courses that people keep here, newest change first") { Remove() };
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = Installation.Load(parsed).BuildServices();
            foreach (var kept in await services.GetRequiredService<ListLedger>().NewestAsync(Shown, ct))
            {
                Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"{kept.Id}\t{kept.ChangedAt:yyyy-MM-dd}\t{kept.UsedAt:yyyy-MM-dd}\t{kept.List.Courses.Count}\t{kept.List.Name}"));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove()
    {
        var id = new Argument<string>("ID") { Description = "The number of the list, as its address has it" };
        var command = new Command("remove", "Takes a list away for ever") { id };
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = Installation.Load(parsed).BuildServices();
            var number = parsed.GetRequiredValue(id);
            if (!await services.GetRequiredService<ListLedger>().RemoveAsync(number, ct))
            {
                throw new RefusalException($"There is no list «{number}». «lists» shows the newest.");
            }

            Terminals.Say($"{number} is removed");
            return ExitCode.Done;
        });
        return command;
    }
}
