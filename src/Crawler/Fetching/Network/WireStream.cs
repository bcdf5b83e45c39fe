namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>
/// The bytes of a body as they come over the wire: counted and capped before decompression, because packed nothing can be endless too,
/// and the first one can be looked at before it is read.
/// </summary>
internal sealed class WireStream(Stream inner, int cap, Action<int> received) : Stream
{
    private byte[] peeked = [];
    private long total;

    /// <summary>The first byte, or -1 where the body is empty; reading begins with it all the same.</summary>
    public async Task<int> PeekAsync(CancellationToken ct)
    {
        var one = new byte[1];
        peeked = one[..await ReadAsync(one, ct)];
        return peeked.Length == 0 ? -1 : peeked[0];
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (peeked.Length > 0 && buffer.Length > 0)
        {
            buffer.Span[0] = peeked[0];
            peeked = [];
            return 1;
        }
        var read = await inner.ReadAsync(buffer, cancellationToken);
        received(read);
        if ((total += read) > cap)
        {
            throw new TooLargeException();
        }
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
