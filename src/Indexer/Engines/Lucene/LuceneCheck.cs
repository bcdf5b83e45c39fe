using System.Globalization;
using DcCourseIndex.Indexer.Engines.Store;
using Lucene.Net.Index;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>Reads a Lucene index through, part by part, and looks whether it has what the store says.</summary>
internal static class LuceneCheck
{
    private const string Remedy = "Run «reindex».";

    /// <summary>What is wrong, a sentence each with the remedy; empty means sound.</summary>
    public static IReadOnlyList<string> Run(string folder)
    {
        if (!LuceneFiles.AreIn(folder))
        {
            return [];
        }

        using var directory = LuceneFiles.Open(folder, FileAccessKind.Positioned);
        for (var seq = Seq(folder); ; seq = Seq(folder))
        {
            var problems = Look(directory, folder, seq);

            // A writer that went on meanwhile may have removed what was being read.
            if (problems.Count == 0 || Seq(folder) == seq)
            {
                return problems;
            }
        }
    }

    private static List<string> Look(global::Lucene.Net.Store.Directory directory, string folder, long seq)
    {
        try
        {
            if (LuceneFiles.Commit(directory, seq) is null)
            {
                return [string.Create(CultureInfo.InvariantCulture, $"The Lucene index in {folder} has no commit {seq}, which the courses are at. {Remedy}")];
            }

            var status = new CheckIndex(directory).DoCheckIndex();
            return status.Clean ? [] : [string.Create(CultureInfo.InvariantCulture, $"The Lucene index in {folder} is damaged: {status.NumBadSegments} of {status.NumSegments} segments. {Remedy}")];
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
