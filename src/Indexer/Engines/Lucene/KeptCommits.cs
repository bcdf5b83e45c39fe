using Lucene.Net.Index;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>
/// Keeps the newest commit of each of the store's last two: the store's own commit follows that of Lucene, so until then, and after a crash in between,
/// the one before is what counts.
/// </summary>
internal sealed class KeptCommits : IndexDeletionPolicy
{
    private const int Kept = 2;

    public override void OnInit<T>(IList<T> commits) => OnCommit(commits);

    public override void OnCommit<T>(IList<T> commits)
    {
        var kept = commits.GroupBy(commit => LuceneFiles.Seq(commit))
            .OrderByDescending(group => group.Key).Take(Kept)
            .Select(group => group.MaxBy(commit => commit.Generation)!.Generation)
            .Append(commits.Select(commit => commit.Generation).DefaultIfEmpty().Max())
            .ToHashSet();
        foreach (var commit in commits.Where(commit => !kept.Contains(commit.Generation)))
        {
            commit.Delete();
        }
    }
}
