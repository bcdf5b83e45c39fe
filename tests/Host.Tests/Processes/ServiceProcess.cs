using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DcCourseIndex.Host.Tests.House;

namespace DcCourseIndex.Host.Tests.Processes;

/// <summary>The executable as a child process, with what it said.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private ServiceProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Read(output);

    public string Errors => Read(errors);

    public int ExitCode => process.ExitCode;

    public bool HasExited => process.HasExited;

    /// <summary>Starts the executable in the project's folder.</summary>
    public static ServiceProcess Start(params string[] arguments) => Start(Project.Root, new Dictionary<string, string>(), arguments);

    public static ServiceProcess Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) => StartWithin([], folder, environment, arguments);

    /// <summary>The same by way of a command that becomes what it is given, such as one that enters a network namespace.</summary>
    public static ServiceProcess StartWithin(IReadOnlyList<string> enter, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        string[] command = [.. enter, "dotnet", Path.Combine(AppContext.BaseDirectory, "dccourseindex.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ServiceProcess(new Process { StartInfo = start });
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<ServiceProcess> RunAsync(params string[] arguments)
    {
        var run = Start(arguments);
        await run.EndAsync();
        return run;
    }

    /// <summary>Waits for the end; a process that does not end within two minutes is a failure.</summary>
    public async Task EndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
    }

    /// <summary>Ends it the hard way (kill -9), as a power cut would.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>Asks it to stop, as a service manager does (SIGTERM).</summary>
    public void Stop() => Signal("TERM");

    /// <summary>Sends it a signal by its name, such as STOP or CONT.</summary>
    public void Signal(string name) => Process.Start("kill", $"-{name} {process.Id}").WaitForExit();

    /// <summary>Asks an address until it answers with success; fails with what the process said when it ends before or takes over a minute.</summary>
    public async Task<string> AnswerAsync(HttpClient client, string address, Func<string, bool>? good = null)
    {
        var last = "";
        for (var tries = 0; tries < 600; tries++)
        {
            Assert.False(process.HasExited, $"The process ended.\n{Output}\n{Errors}");
            try
            {
                using var response = await client.GetAsync(new Uri(address));
                last = await response.Content.ReadAsStringAsync();
                if (response.IsSuccessStatusCode && good?.Invoke(last) != false)
                {
                    return last;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"No good answer from {address}: {last}\n{Errors}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
