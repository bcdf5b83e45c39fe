using System.Globalization;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>
/// The Lucene files of an index: a folder beside the store's file. Each of Lucene's commits carries in its user data the number of the store's commit
/// that it belongs to, and the position.
/// </summary>
internal static class LuceneFiles
{
    /// <summary>The folder's name within that of a generation.</summary>
    public const string FolderName = "lucene";

    private const string SeqKey = "seq";

    /// <summary>What a search costs hangs on this; measured in the decision on engines.</summary>
    public static LuceneDirectory Open(string folder, FileAccessKind access) => access == FileAccessKind.Mapped
        ? new MMapDirectory(Path.Combine(folder, FolderName))
        : new NIOFSDirectory(Path.Combine(folder, FolderName));

    public static bool AreIn(string folder) => System.IO.Directory.Exists(Path.Combine(folder, FolderName));

    /// <summary>Bytes of all files.</summary>
    public static long Size(string folder) => AreIn(folder) ? new DirectoryInfo(Path.Combine(folder, FolderName)).EnumerateFiles().Sum(file => file.Length) : 0;

    public static Dictionary<string, string> UserData(long seq, IndexPosition position) => new(StringComparer.Ordinal)
    {
        [SeqKey] = seq.ToString(CultureInfo.InvariantCulture),
        ["epoch"] = position.Epoch,
        ["revision"] = position.Revision.ToString(CultureInfo.InvariantCulture),
        ["fingerprint"] = position.Fingerprint,
    };

    /// <summary>The number of the store's commit that a commit belongs to.</summary>
    public static long Seq(IndexCommit commit) =>
        commit.UserData.TryGetValue(SeqKey, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : -1;

    /// <summary>All commits, oldest first; none in an empty folder.</summary>
    public static IReadOnlyList<IndexCommit> Commits(LuceneDirectory directory) =>
        DirectoryReader.IndexExists(directory) ? [.. DirectoryReader.ListCommits(directory).OrderBy(commit => commit.Generation)] : [];

    /// <summary>Reads every file of a commit through and compares what Lucene wrote at its end; 100,000 courses take a fraction of a second.</summary>
    /// <exception cref="IOException">A file was cut, changed or lost.</exception>
    public static void EnsureWhole(IndexCommit commit)
    {
        foreach (var name in commit.FileNames.Where(name => !name.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal)))
        {
            using var file = commit.Directory.OpenInput(name, IOContext.READ_ONCE);
            CodecUtil.ChecksumEntireFile(file);
        }
    }

    /// <summary>The newest commit that belongs to one of the store's; null where there is none.</summary>
    public static IndexCommit? Commit(LuceneDirectory directory, long seq) => Commits(directory).LastOrDefault(commit => Seq(commit) == seq);
}
