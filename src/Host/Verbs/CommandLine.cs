using System.CommandLine;
using System.Globalization;
using System.Text;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Terminal;

namespace DcCourseIndex.Host.Verbs;

/// <summary>The command line: every verb, the options they share, and the exit codes 0 done, 1 done with failures, 2 wrong use.</summary>
public static class CommandLine
{
    /// <summary>Runs one command line to its end and gives the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        // Numbers for scripts look the same in every country.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var root = new RootCommand("Open courses by digital competence: harvests portals, tags courses with DigComp, answers searches.");
        root.Add(CommonOptions.Data);
        root.Add(CommonOptions.Config);
        foreach (var verb in All())
        {
            root.Add(verb);
        }

        RootHelp.Into(root);
        var parsed = root.Parse(WithDefaultVerb(args));
        if (parsed.Errors.Count > 0)
        {
            // A wrong verb is also told as a missing one; once is enough.
            foreach (var message in parsed.Errors.Select(error => error.Message).Where(message => parsed.Errors.Count == 1 || !message.StartsWith("Required command", StringComparison.Ordinal)))
            {
                Terminals.Note(message);
            }

            Terminals.Note("See dccourseindex --help.");
            return ExitCode.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (LedgerRefusedException refusal)
        {
            Terminals.Note(refusal.Message);
            return ExitCode.WrongUse;
        }
        catch (RefusalException refusal)
        {
            foreach (var line in refusal.Lines)
            {
                Terminals.Note(line);
            }

            return refusal.Code;
        }
    }

    private static IEnumerable<Command> All() =>
    [
        RunVerb.Create(), DemoVerb.Create(),
        HarvestVerb.Create(), CheckVerb.Create(), NewSourceVerb.Create(), ImportVerb.Create(), PlacesVerb.Create(), ListsVerb.Create(), ExportVerb.Create(), ClassifyVerb.Create(),
        RunVerdictVerbs.Accept(), RunVerdictVerbs.Discard(), SwitchVerbs.Pause(), SwitchVerbs.Resume(),
        DuplicateVerbs.Join(), DuplicateVerbs.Split(), DuplicateVerbs.Duplicates(),
        RetagVerb.Create(), TrainVerb.Create(), LinksVerb.Create(), ForgetVerb.Create(), KeysVerb.Create(), VerdictsVerb.Create(), ReindexVerb.Create(),
        MoveVerb.Create(), BackupVerbs.Backup(), BackupVerbs.Restore(), BackupVerbs.Verify(),
        StatusVerb.Create(), AlarmsVerb.Create(), QueriesVerb.Create(), SynonymsVerb.Create(), ConfigVerb.Create(),
    ];

    private static string[] WithDefaultVerb(string[] args) =>
        args.Length == 0 || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version") && !Array.Exists(args, IsVerb))
            ? ["run", .. args]
            : args;

    private static bool IsVerb(string word) => All().Any(verb => verb.Name == word);
}

/// <summary>What a script learns from the process's end.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int DoneWithFailures = 1;
    public const int WrongUse = 2;
}

/// <summary>Stops a verb with sentences for standard error and an exit code: wrong use or configuration, all problems at once.</summary>
public sealed class RefusalException(IReadOnlyList<string> lines, int code = 2) : Exception(string.Join(Environment.NewLine, lines))
{
    public RefusalException(string line) : this([line])
    {
    }

    public IReadOnlyList<string> Lines { get; } = lines;

    public int Code { get; } = code;
}
