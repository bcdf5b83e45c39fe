using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;

namespace DcCourseIndex.Benchmarks.Load;

/// <summary>Makes another .NET process collect all its garbage once, so that what it holds afterwards is what it keeps.</summary>
internal static class FullCollection
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";

    /// <summary>GCHeapCollect of the runtime's events: whoever begins to listen to it has a full blocking collection done (.NET runtime event keywords).</summary>
    private const long Collect = 0x800000;

    /// <summary>Comes back when the collection is done, with 0.</summary>
    public static async Task<int> MakeAsync(int process)
    {
        using var session = new DiagnosticsClient(process).StartEventPipeSession(new EventPipeProvider(Runtime, EventLevel.Informational, Collect), requestRundown: false);
        // The collection runs before the session's start is answered; what it has to tell is of no interest.
        var told = session.EventStream.CopyToAsync(Stream.Null);
        await session.StopAsync(CancellationToken.None);
        await told;
        return 0;
    }
}
