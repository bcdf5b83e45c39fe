using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DcCourseIndex.Host.Verbs;

/// <summary>The help, with one mend: in the list of verbs the library writes every argument as if it were needed; here those that may be left out stand in brackets.</summary>
internal sealed class RootHelp(HelpAction help) : SynchronousCommandLineAction
{
    /// <summary>Puts it in the place of the library's own.</summary>
    public static void Into(RootCommand root)
    {
        if (root.Options.OfType<HelpOption>().FirstOrDefault() is { Action: HelpAction help } option)
        {
            option.Action = new RootHelp(help);
        }
    }

    /// <summary>Who asks for help with a verb need not know its arguments.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var written = new StringWriter();
        parseResult.InvocationConfiguration.Output = written;
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        var text = written.ToString();
        foreach (var verb in parseResult.CommandResult.Command.Subcommands)
        {
            foreach (var argument in verb.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues == 0))
            {
                text = text.Replace($"  {verb.Name} <{argument.Name}> ", $"  {verb.Name} [{argument.Name}] ", StringComparison.Ordinal);
            }
        }

        output.Write(text);
        return code;
    }
}
