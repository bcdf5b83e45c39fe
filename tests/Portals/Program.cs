using DcCourseIndex.Portals.Recording;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals;

/// <summary>Records the demo (<c>record FOLDER</c>) or lets the four invented portals answer on the loopback (<c>serve</c>).</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["record", var folder]:
                await DemoPortals.RecordAsync(folder);
                return 0;
            case ["serve"]:
                await ServeAsync();
                return 0;
            default:
                await Console.Error.WriteLineAsync("Usage: portals record FOLDER | portals serve");
                return 2;
        }
    }

    private static async Task ServeAsync()
    {
        await using var prometeo = await DemoPortals.PrometeoAsync(recorded: false);
        await using var utu = await DemoPortals.UtuAsync(recorded: false);
        await using var gum = await DemoPortals.GumAsync(recorded: false);
        await using var biblio = await DemoPortals.BiblioAsync(recorded: false);
        foreach (var (name, portal) in new (string, Portal)[] { ("prometeo", prometeo), ("utu", utu), ("gum", gum), ("biblio", biblio) })
        {
            Console.WriteLine($"{name}: {portal.Address.GetLeftPart(UriPartial.Authority)}");
        }

        var stop = new TaskCompletionSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.TrySetResult();
        };
        await stop.Task;
    }
}
