using System.CommandLine;
using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Roles;
using DcCourseIndex.Host.Terminal;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>backup FILE</c>, <c>verify FILE</c> and <c>restore FILE</c>: the catalogue as one file, also while the service runs; back only while it does not.</summary>
internal static class BackupVerbs
{
    public static Command Backup()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; it must not be there" };
        var command = new Command("backup", "Writes the catalogue into one file and looks it through, also while the service works") { file };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed).WithCatalogue();
            var backup = await CatalogBackup.TakeAsync(installation.Catalogue, parsed.GetRequiredValue(file), TimeProvider.System, ct);
            return Print(backup, $"{backup.Copied!.Courses} courses at revision {backup.Copied.Position.Revision}");
        });
        return command;
    }

    public static Command Verify()
    {
        var file = new Argument<string>("FILE") { Description = "A file that «backup» wrote" };
        var command = new Command("verify", "Looks through a backup without restoring it") { file };
        command.SetAction(async (parsed, ct) => Print(await CatalogBackup.VerifyAsync(parsed.GetRequiredValue(file), TimeProvider.System, ct), "sound"));
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "A file that «backup» wrote" };
        var replace = new Option<bool>("--replace") { Description = "Also where there is a catalogue already, which is lost" };
        var command = new Command("restore", "Puts a backup in the place of the catalogue; followers begin anew") { file, replace };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed);
            var (locks, holder) = RoleLocks.TryTake(installation.DataFolder, Enum.GetValues<Role>(), TimeProvider.System);
            if (locks is null)
            {
                throw new RefusalException(holder!);
            }

            using (locks)
            {
                var moved = await CatalogBackup.RestoreAsync(parsed.GetRequiredValue(file), installation.Catalogue, parsed.GetValue(replace), TimeProvider.System, ct);
                Terminals.Note(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{moved.Courses} courses are back at revision {moved.Position.Revision}, epoch {moved.Position.Epoch}. Indexes rebuild themselves at the next start; cursors and feeds of others begin anew."));
                return ExitCode.Done;
            }
        });
        return command;
    }

    private static int Print(BackupFile backup, string sound)
    {
        foreach (var wrong in backup.Wrong)
        {
            Terminals.Note(wrong);
        }

        if (backup.Wrong.Count > 0)
        {
            return ExitCode.DoneWithFailures;
        }

        Terminals.Note(string.Create(CultureInfo.InvariantCulture, $"{backup.Path}: {sound}, {backup.Bytes / 1024} kB."));
        Terminals.Say($"{backup.Sha256}  {backup.Path}");
        return ExitCode.Done;
    }
}
