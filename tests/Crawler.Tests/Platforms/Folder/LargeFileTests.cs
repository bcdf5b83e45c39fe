using System.Text;
using DcCourseIndex.Crawler.Platforms.Folder;

namespace DcCourseIndex.Crawler.Tests.Platforms.Folder;

/// <summary>A table far larger than the memory that reading it may take; it is made while it is read.</summary>
[Collection("hostile")]
public sealed class LargeFileTests
{
    private const long Megabytes = 1024 * 1024;
    private const long Size = 64 * Megabytes;

    [Fact]
    public async Task A_large_table_is_read_a_row_at_a_time()
    {
        var row = Encoding.UTF8.GetBytes($"Вигаданий курс;https://portal.example/1;\"Опис, {new string('x', 400)}\nдругий рядок\"\n");
        var file = new PortalFile("large.csv", () => new Endless("Назва;Посилання;Опис\n"u8.ToArray(), row, Size), null);
        var (rows, refused) = (0L, 0);
        var (before, live) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        await foreach (var read in FolderReading.RowsAsync(file, CancellationToken.None))
        {
            if (++rows % 30_000 == 0) live = Math.Max(live, GC.GetTotalMemory(forceFullCollection: true) - before);
            refused += read.Refusal is null ? 0 : 1;
        }

        Assert.InRange(rows, Size / row.Length, (Size / row.Length) + 1);
        Assert.InRange(refused, 0, 1);
        Assert.InRange(live, long.MinValue, 8 * Megabytes);
    }

    /// <summary>A head, and then rows until the size is reached; the last may break off.</summary>
    private sealed class Endless(byte[] head, byte[] row, long size) : Stream
    {
        private long at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var filled = 0;
            while (filled < count && at < size)
            {
                var (part, from) = at < head.Length ? (head, (int)at) : (row, (int)((at - head.Length) % row.Length));
                var length = (int)Math.Min(Math.Min(count - filled, part.Length - from), size - at);
                Array.Copy(part, from, buffer, offset + filled, length);
                (at, filled) = (at + length, filled + length);
            }

            return filled;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var bytes = new byte[buffer.Length];
            var length = Read(bytes, 0, bytes.Length);
            bytes.AsSpan(0, length).CopyTo(buffer.Span);
            return ValueTask.FromResult(length);
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
