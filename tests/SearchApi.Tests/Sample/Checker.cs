using System.Diagnostics;

namespace DcCourseIndex.SearchApi.Tests.Sample;

/// <summary>A program of somebody else that judges what we write.</summary>
internal static class Checker
{
    /// <summary>Whether a program is on the path; tests without it say how it is installed.</summary>
    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs it over a file with these octets, whose name replaces {} among the arguments; what it printed, and everything that it complained of.</summary>
    public static async Task<(int Code, string Output, string Complaints)> RunAsync(string program, byte[] octets, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, octets);
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument == "{}" ? file : argument);
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var complaints = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output, await complaints);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

/// <summary>A test that needs a program of somebody else; where that is missing it skips and says how to install it.</summary>
internal sealed class CheckedByAttribute : FactAttribute
{
    public CheckedByAttribute(string program, string package) => Skip = Checker.Has(program) ? null : $"{program} is not installed: apt-get install {package}";
}
