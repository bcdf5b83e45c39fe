using System.Globalization;
using System.Text;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// Facts and vocabulary as of one commit in a file beside the store, so that a start reads one piece and not hundreds of thousands of rows; what changed later is read from the store.
/// The file says nothing that the store does not: one that is missing, damaged or not the one that the store names is passed over.
/// </summary>
internal sealed class StartBlock
{
    // «dcb1».
    private const int Mark = 0x31626364;
    private const int Head = sizeof(int) + sizeof(long) + (3 * sizeof(int));
    private readonly byte[] _bytes;
    private readonly int _facts;

    private StartBlock(byte[] bytes, long seq, int facts) => (_bytes, Seq, _facts) = (bytes, seq, facts);

    /// <summary>The commit that it shows.</summary>
    public long Seq { get; }

    /// <summary>The facts of all courses of that commit, with their keys.</summary>
    public BinaryReader Facts => new(new MemoryStream(_bytes, Head, _facts), Encoding.UTF8);

    /// <summary>The vocabulary of that commit.</summary>
    public BinaryReader Vocabulary => new(new MemoryStream(_bytes, Head + _facts, _bytes.Length - Head - _facts), Encoding.UTF8);

    /// <summary>Writes the state that a new reader of an index folder would see, and returns the name of the file and the number of the commit.</summary>
    public static (string File, long Seq) Write(string folder)
    {
        using var connection = new ReadConnection(folder);
        var (_, seq) = connection.Begin();
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        bytes.SetLength(Head);
        bytes.Position = Head;
        var rows = new FactRows();
        StartFacts.Write(to, rows, rows.Read(connection, -1));
        var facts = (int)bytes.Position - Head;
        Store.Vocabulary.Write(to, connection);
        to.Flush();
        var length = (int)bytes.Length;
        bytes.Position = 0;
        to.Write(Mark);
        to.Write(seq);
        to.Write(facts);
        to.Write(length);
        to.Flush();
        to.Write(ChecksumOf(bytes.GetBuffer().AsSpan(0, length)));
        to.Flush();

        var file = string.Create(CultureInfo.InvariantCulture, $"start-{seq}.block");
        var next = Path.Combine(folder, file + ".next");
        using (var stream = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            stream.Write(bytes.GetBuffer().AsSpan(0, length));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, Path.Combine(folder, file), overwrite: true);
        return (file, seq);
    }

    /// <summary>The block that the store names; null where there is none that can be used.</summary>
    public static StartBlock? Read(ReadConnection connection)
    {
        if (StartRows.Find(connection) is not { } named)
        {
            return null;
        }

        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(connection.Folder, named.File));
            using var head = new BinaryReader(new MemoryStream(bytes));
            return bytes.Length >= Head && head.ReadInt32() == Mark && head.ReadInt64() == named.Seq && head.ReadInt32() is var facts && head.ReadInt32() == bytes.Length && head.ReadUInt32() == ChecksumOf(bytes)
                ? new StartBlock(bytes, named.Seq, facts)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    // Of everything but itself, the last number of the head.
    private static uint ChecksumOf(ReadOnlySpan<byte> bytes) => Checksum.Of(bytes[Head..], Checksum.Of(bytes[..(Head - sizeof(uint))]));
}
