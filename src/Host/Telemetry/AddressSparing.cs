using System.Diagnostics;
using OpenTelemetry;

namespace DcCourseIndex.Host.Telemetry;

/// <summary>Takes from the trace of a request whatever could tell who asked or what they typed; of our own pages only the route stays.</summary>
internal sealed class AddressSparing : BaseProcessor<Activity>
{
    private static readonly string[] Spared = ["url.path", "url.query", "user_agent.original", "client.address", "network.peer.address", "network.peer.port", "http.target", "http.url"];

    public override void OnEnd(Activity data)
    {
        if (data.Kind != ActivityKind.Server)
            return;
        foreach (var tag in Spared)
            data.SetTag(tag, null);
    }
}
