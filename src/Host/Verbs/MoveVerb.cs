using System.CommandLine;
using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Roles;
using DcCourseIndex.Host.Settings;
using DcCourseIndex.Host.Terminal;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>move</c>: copies the catalogue from the file in the data folder to a PostgreSQL database, or back.</summary>
internal static class MoveVerb
{
    public static Command Create()
    {
        var to = new Option<string>("--to") { Description = "Where the copy is made: postgres or sqlite", HelpName = "ENGINE", Required = true };
        to.AcceptOnlyFromAmong("postgres", "sqlite");
        var connection = new Option<string?>("--connection") { Description = "The database: a connection string, or $NAME of the environment variable that holds it (default: catalog.connection)", HelpName = "TEXT" };
        var command = new Command("move", "Copies the catalogue to the other engine, with its revisions") { to, connection };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed);
            var (locks, holder) = RoleLocks.TryTake(installation.DataFolder, Enum.GetValues<Role>(), TimeProvider.System);
            if (locks is null)
            {
                throw new RefusalException($"{holder} Stop it first: what it writes meanwhile would be missing in the copy.");
            }

            using (locks)
            {
                var database = new LedgerPlace(installation.DataFolder, Connection(parsed.GetValue(connection), installation));
                var file = new LedgerPlace(installation.DataFolder);
                var engine = parsed.GetRequiredValue(to);
                var (source, target) = engine == "postgres" ? (file, database) : (database, file);
                var moved = await CatalogMove.CopyAsync(source, target, TimeProvider.System, ct);
                Terminals.Note(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{moved.Courses} courses ({moved.Rows} rows) are copied at revision {moved.Position.Revision}. Set catalog.engine: {engine} to work with the copy; what was copied stays where it was."));
                return ExitCode.Done;
            }
        });
        return command;
    }

    private static string Connection(string? asked, Installation installation)
    {
        var (settings, problem) = CatalogConnection.Of(
            new CatalogSettings("postgres", asked ?? installation.Settings.Catalog.Connection),
            Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal));
        return problem is null ? settings.Connection! : throw new RefusalException(problem.Replace("«catalog.connection»", "--connection", StringComparison.Ordinal));
    }
}
