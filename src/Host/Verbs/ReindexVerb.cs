using System.CommandLine;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Roles;
using DcCourseIndex.Host.Terminal;
using DcCourseIndex.Indexer.Following;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>reindex</c>: rebuilds the index beside the one that serves, and swaps.</summary>
internal static class ReindexVerb
{
    public static Command Create()
    {
        var command = new Command("reindex", "Rebuilds the index from the catalogue and swaps it in");
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed);
            await using var services = installation.BuildServices();
            var clock = services.GetRequiredService<TimeProvider>();
            var (locks, _) = RoleLocks.TryTake(installation.DataFolder, [Role.Index], clock);
            if (locks is null)
            {
                return ReportTable.Print(await RequestFollowing.AskAsync(services, installation, Role.Index, IndexRole.Reindex, "", ct, here: true));
            }

            using (locks)
            {
                await services.GetRequiredService<IndexFollower>().RebuildAsync(ct);
                Terminals.Note("The index is rebuilt.");
                return ExitCode.Done;
            }
        });
        return command;
    }
}
