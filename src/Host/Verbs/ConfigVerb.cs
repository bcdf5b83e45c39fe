using System.CommandLine;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Spectre.Console;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>config</c>: the settings in force and where each comes from, secrets masked.</summary>
internal static class ConfigVerb
{
    public static Command Create()
    {
        var command = new Command("config", "Shows the settings in force and where each comes from");
        command.SetAction(parsed =>
        {
            var installation = Installation.Load(parsed);
            var table = new Table().Border(TableBorder.Simple).AddColumns("setting", "value", "from", "meaning");
            foreach (var setting in installation.InForce)
            {
                table.AddRow(Markup.Escape(setting.Key), Markup.Escape(setting.Value), Markup.Escape(setting.From), Markup.Escape(setting.Meaning));
            }

            Terminals.Data.Write(table);
            return ExitCode.Done;
        });
        return command;
    }
}
