using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace DcCourseIndex.Benchmarks.Pages;

/// <summary>The whole program within this process, so that its meters can be listened to from here.</summary>
internal static class OwnService
{
    /// <summary>Runs it with the words of a command line.</summary>
    public static Task<int> Begin(params string[] words) =>
        Task.Run(() => (Task<int>)Assembly.Load("dccourseindex").GetType("DcCourseIndex.Host.Verbs.CommandLine", throwOnError: true)!.GetMethod("RunAsync", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, [words])!);

    /// <summary>An address of this machine where nobody listens.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
