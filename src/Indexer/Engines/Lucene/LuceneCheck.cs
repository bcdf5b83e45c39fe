using System.Globalization;
using DcCourseIndex.Indexer.Engines.Store;
using Lucene.Net.Index;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>Reads a Lucene index through, part by part, and looks whether it has what the store says.</summary>
internal static class LuceneCheck
{
    private const string Remedy = "Run «reindex».";

    /// <summary>What is wrong, a sentence each with the remedy; empty means sound. Every word and place is read.</summary>
    public static IReadOnlyList<string> Run(string folder) => Run(folder, static (directory, _) =>
        new CheckIndex(directory).DoCheckIndex() is { Clean: false } found ? string.Create(CultureInfo.InvariantCulture, $"{found.NumBadSegments} of {found.NumSegments} segments are broken") : null);

    /// <summary>The same from the sums at the end of each file alone, before an index is searched.</summary>
    public static IReadOnlyList<string> RunQuickly(string folder) => Run(folder, static (_, commit) =>
    {
        LuceneFiles.EnsureWhole(commit);
        return null;
    });

    private static List<string> Run(string folder, Func<LuceneDirectory, IndexCommit, string?> look)
    {
        if (!LuceneFiles.AreIn(folder))
        {
            return [];
        }

        using var directory = LuceneFiles.Open(folder, FileAccessKind.Positioned);
        for (var seq = Seq(folder); ; seq = Seq(folder))
        {
            var problems = Look(directory, folder, seq, look);

            // A writer that went on meanwhile may have removed what was being read.
            if (problems.Count == 0 || Seq(folder) == seq)
            {
                return problems;
            }
        }
    }

    private static List<string> Look(LuceneDirectory directory, string folder, long seq, Func<LuceneDirectory, IndexCommit, string?> look)
    {
        try
        {
            return LuceneFiles.Commit(directory, seq) is not { } commit
                ? [string.Create(CultureInfo.InvariantCulture, $"The Lucene index in {folder} has no commit {seq}, which the courses are at. {Remedy}")]
                : look(directory, commit) is { } broken ? [$"The Lucene index in {folder} is damaged: {broken}. {Remedy}"] : [];
        }
        catch (IOException broken)
        {
            return [$"The Lucene index in {folder} cannot be read: {broken.Message}. {Remedy}"];
        }
    }

    private static long Seq(string folder)
    {
        using var connection = StoreSchema.OpenForReading(folder);
        using var seq = connection.Statement("SELECT seq FROM state");
        return (long)seq.ExecuteScalar()!;
    }
}
