using System.CommandLine;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>pause SOURCE</c> and <c>resume SOURCE</c>: the stop switch of one source, kept in the catalogue.</summary>
internal static class SwitchVerbs
{
    public static Command Pause() => Create("pause", "Stops the runs of a source until «resume»", (switches, source, ct) => switches.PauseAsync(source, ct));

    public static Command Resume() => Create("resume", "Lets a paused source run again", (switches, source, ct) => switches.ResumeAsync(source, ct));

    private static Command Create(string verb, string description, Func<SourceSwitches, string, CancellationToken, Task> turn)
    {
        var name = new Argument<string>("SOURCE") { Description = "Name of the source" };
        var command = new Command(verb, description) { name };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed);
            var source = parsed.GetRequiredValue(name);
            if (installation.Sources.All(known => known.Name != source))
            {
                throw new RefusalException($"There is no source «{source}». There are {string.Join(", ", installation.Sources.Select(known => known.Name))}.");
            }

            await using var services = installation.BuildServices();
            await turn(services.GetRequiredService<SourceSwitches>(), source, ct);
            Terminals.Note(verb == "pause" ? $"{source} is paused; a run that is going on stops at its next page." : $"{source} runs again.");
            return ExitCode.Done;
        });
        return command;
    }
}
