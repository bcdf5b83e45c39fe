using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>Counts what a run costs its portal; may be read while the run goes on.</summary>
internal sealed class FetchCount
{
    private long requests;
    private long notModified;
    private long bytes;
    private long waitedMs;
    private readonly Lock slowestGate = new();

    public FetchFigures Figures => new(
        Interlocked.Read(ref requests), Interlocked.Read(ref notModified), Interlocked.Read(ref bytes), Interlocked.Read(ref waitedMs));

    public SlowestRequest? Slowest { get; private set; }

    /// <summary>One attempt and its time without waits.</summary>
    public void Took(Uri address, TimeSpan time)
    {
        lock (slowestGate)
        {
            if (Slowest is null || time.TotalMilliseconds > Slowest.Milliseconds)
            {
                Slowest = new SlowestRequest(SafeAddress.Of(address), (long)time.TotalMilliseconds);
            }
        }
    }

    public void Request() => Interlocked.Increment(ref requests);

    public void NotModified() => Interlocked.Increment(ref notModified);

    public void Received(int read) => Interlocked.Add(ref bytes, read);

    public void Waited(TimeSpan time) => Interlocked.Add(ref waitedMs, (long)time.TotalMilliseconds);
}
