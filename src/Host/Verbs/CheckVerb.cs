using System.CommandLine;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>check SOURCE</c>: looks at a portal's first page of listings and says what a harvest would find; writes nothing.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var name = new Argument<string>("SOURCE") { Description = "Name of the source" };
        var record = new Option<string?>("--record") { Description = "Folder to record the portal's answers into", HelpName = "DIR" };
        var command = new Command("check", "Looks at a portal and says what a harvest would find") { name, record };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed);
            var wanted = parsed.GetRequiredValue(name);
            var source = installation.Sources.FirstOrDefault(known => known.Name == wanted)
                ?? throw new RefusalException($"There is no source «{wanted}». There are {string.Join(", ", installation.Sources.Select(known => known.Name))}.");
            await using var services = installation.BuildServices();
            var folder = parsed.GetValue(record) is { } given ? Path.GetFullPath(given) : null;
            return CheckText.Print(source, await services.GetRequiredService<SourceCheck>().LookAsync(source, folder, ct));
        });
        return command;
    }
}
