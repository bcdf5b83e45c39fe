using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace DcCourseIndex.Benchmarks.Pages;

/// <summary>The server's own figure of how long each request took, from its first line read to its last byte handed on, in milliseconds.</summary>
internal sealed class ServerTime : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<double> taken = [];

    public ServerTime()
    {
        listener.InstrumentPublished = (instrument, one) =>
        {
            if (instrument is { Name: "http.server.request.duration", Meter.Name: "Microsoft.AspNetCore.Hosting" })
                one.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => taken.Enqueue(seconds * 1000));
        listener.Start();
    }

    public void Forget() => taken.Clear();

    /// <summary>The figures of so many requests, smallest first; the last ones are written just after their answers arrive.</summary>
    public async Task<IReadOnlyList<double>> TakenAsync(int requests)
    {
        for (var tries = 0; taken.Count < requests && tries < 100; tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        return taken.Count < requests ? throw new InvalidOperationException($"The server told of {taken.Count} of {requests} requests.") : [.. taken.Order()];
    }

    public void Dispose() => listener.Dispose();
}
