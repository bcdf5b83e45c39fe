using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>Counts what a run costs its portal; may be read while the run goes on.</summary>
internal sealed class FetchCount
{
    private long requests;
    private long notModified;
    private long bytes;
    private long waitedMs;

    public FetchFigures Figures => new(
        Interlocked.Read(ref requests), Interlocked.Read(ref notModified), Interlocked.Read(ref bytes), Interlocked.Read(ref waitedMs));

    public void Request() => Interlocked.Increment(ref requests);

    public void NotModified() => Interlocked.Increment(ref notModified);

    public void Received(int read) => Interlocked.Add(ref bytes, read);

    public void Waited(TimeSpan time) => Interlocked.Add(ref waitedMs, (long)time.TotalMilliseconds);
}
