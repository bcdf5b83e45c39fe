using Spectre.Console;

namespace DcCourseIndex.Host.Terminal;

/// <summary>The two ways out: data on standard output, everything else on standard error.</summary>
internal static class Terminals
{
    private const int WidthOfAPipe = 160;

    public static IAnsiConsole Data { get; } = Make(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Notes { get; } = Make(Console.Error, Console.IsErrorRedirected);

    /// <summary>A line of data, never folded.</summary>
    public static void Say(string line) => Console.Out.WriteLine(line);

    /// <summary>A line for people, never folded.</summary>
    public static void Note(string line) => Console.Error.WriteLine(line);

    private static IAnsiConsole Make(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (redirected)
        {
            // A file has no width; tables must not be folded at the default of 80.
            console.Profile.Width = WidthOfAPipe;
        }

        return console;
    }
}
