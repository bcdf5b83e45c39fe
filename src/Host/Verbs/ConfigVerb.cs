using System.CommandLine;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources.Keys;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Settings;
using DcCourseIndex.Host.Terminal;
using Spectre.Console;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>config</c>: the settings in force and where each comes from, secrets masked; <c>config --schema source</c>: the JSON Schema of source files, for editors; <c>config --reference</c>: the page on all settings.</summary>
internal static class ConfigVerb
{
    public static Command Create()
    {
        var schema = new Option<string?>("--schema") { Description = "Writes the JSON Schema of source files instead, for editors", HelpName = "source" };
        schema.AcceptOnlyFromAmong("source");
        var reference = new Option<bool>("--reference") { Description = "Writes the reference of all settings instead (docs/configuration.md)" };
        var command = new Command("config", "Shows the settings in force and where each comes from") { schema, reference };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(reference))
            {
                Console.Out.Write(SettingsReference.Text());
                return ExitCode.Done;
            }

            if (parsed.GetValue(schema) is not null)
            {
                Console.Out.Write(SourceSchema.Text(AllPlatforms.Create(_ => null).Select(platform => platform.Name)));
                return ExitCode.Done;
            }

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
