using System.Text;

namespace DcCourseIndex.Host.Settings;

/// <summary>Writes <c>docs/configuration.md</c> from the settings that there are: <c>config --reference</c>.</summary>
internal static class SettingsReference
{
    private const string Head = """
        # Settings

        Every key of `dccourseindex.yml`, with its default; a key that is left out has it. The file lies in the folder that `--config` names (`config/` by default).
        An environment variable goes before the file. `dccourseindex config` shows what is in force and where each value comes from, with secrets masked; it names every mistake at once, with its line.
        Times are a number with `s`, `m` or `h`: `90s`, `15m`, `6h`. Schedules are cron with five fields (or six with seconds), days of the week by name, in Europe/Kyiv.
        A secret never stands in the file: write the name of an environment variable, such as `$ALARM_SECRET`.

        This page is written by `dccourseindex config --reference`; a test compares the two.

        """;

    public static string Text()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var room in SettingsKeys.All.GroupBy(key => key.Path.Contains('.', StringComparison.Ordinal) ? key.Path[..key.Path.IndexOf('.', StringComparison.Ordinal)] : ""))
        {
            page.Append('\n').Append(room.Key.Length == 0 ? "## The service" : $"## {room.Key}").Append("\n| key | default | environment variable | meaning |\n| --- | --- | --- | --- |\n");
            foreach (var key in room)
            {
                page.Append("| `").Append(key.Path).Append("` | ").Append(key.Default.Length == 0 ? "none" : $"`{key.Default}`")
                    .Append(" | `").Append(SettingsFile.VariableOf(key.Path)).Append("` | ").Append(Cell(key)).Append(" |\n");
            }
        }

        return page.ToString();
    }

    private static string Cell(SettingsKey key) => key.Meaning.Replace("|", "\\|", StringComparison.Ordinal) + (key.Secret ? "; masked wherever it is shown" : "");
}
