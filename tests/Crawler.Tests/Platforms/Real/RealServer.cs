using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.Real;

/// <summary>Starts what Debian packages serve, from the scripts in <c>tests/Portals/real</c>, and asks it with the crawler's own fetcher.</summary>
internal static class RealServer
{
    /// <summary>Set by <c>tests/run real</c>; without it these tests say so and pass.</summary>
    private static readonly bool Wanted = Environment.GetEnvironmentVariable("DCCOURSEINDEX_REAL") == "1";

    public static string Scripts { get; } = Path.Combine(Workspace.Root, "tests", "Portals", "real");

    /// <summary>Whether to go on: the servers were asked for, and <paramref name="check"/> finds all its packages.</summary>
    public static async Task<bool> IsReadyAsync(ITestOutputHelper output, string command, params string[] check)
    {
        if (!Wanted)
        {
            output.WriteLine("Passed without a check: real servers are started by «tests/run real» only.");
            return false;
        }

        var (status, said) = await RunAsync(command, check);
        if (status != 0) output.WriteLine($"Passed without a check: a package is missing; {said.Trim()}");
        return status == 0;
    }

    public static SourceDefinition Source(string platform, Uri address) => new()
    {
        Name = "real",
        Title = "Справжній сервер",
        Platform = platform,
        Address = address,
        AllowPrivateAddress = true,
        Politeness = new Politeness { Delay = TimeSpan.Zero },
        File = "real.yml",
    };

    public static async Task<Harvested> HarvestAsync(Crawler.Platforms.ICoursePlatform platform, SourceDefinition source, PastHarvest past)
    {
        using var fetcher = new PageFetchers(new FetchSettings { Contact = "mailto:tests@portal.example" }, TimeProvider.System, NullLoggerFactory.Instance).For(source, past: past);
        return await Harvested.Of(platform, source, fetcher);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a server that says on its first line that it listens.</summary>
    public static async Task<Process> StartAsync(string command, params string[] arguments)
    {
        var server = Process.Start(Start(command, arguments))!;
        Assert.NotNull(await server.StandardOutput.ReadLineAsync());
        return server;
    }

    public static async Task<(int Status, string Said)> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(Start(command, arguments))!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }

    private static ProcessStartInfo Start(string command, string[] arguments) =>
        new(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
}
