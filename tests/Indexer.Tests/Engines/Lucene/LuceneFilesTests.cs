using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer.Engines.Lucene;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Following;
using DcCourseIndex.Indexer.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Indexer.Tests.Engines.Lucene;

public sealed class LuceneFilesTests : IDisposable
{
    private readonly HeardLog _log = new();
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public void Each_commit_carries_the_position_and_the_last_two_are_kept()
    {
        using var index = Engine().OpenIndex(_folder.Path);
        for (var revision = 1; revision <= 4; revision++)
        {
            index.Apply([Invented.Change(revision, Invented.Course($"a.{revision}", "Пошук даних"))], At(revision));
        }

        index.Optimise();

        using var directory = LuceneFiles.Open(_folder.Path, FileAccessKind.Positioned);
        var commits = LuceneFiles.Commits(directory);
        Assert.Equal([3L, 4L], commits.Select(LuceneFiles.Seq));
        Assert.Equal(("epoch", "4", Engine().Fingerprint), (commits[^1].UserData["epoch"], commits[^1].UserData["revision"], commits[^1].UserData["fingerprint"]));
    }

    [Fact]
    public void A_commit_of_Lucene_that_the_store_did_not_follow_counts_for_nothing()
    {
        Fill();
        var before = Answer();

        // What a crash between the two commits leaves behind.
        using (var connection = StoreSchema.OpenForWriting(_folder.Path, ""))
        using (var words = new LuceneWriter(_folder.Path, connection, Engine().Fingerprint, _log))
        {
            words.Add(99, [[1], [], [], [], []]);
            words.Flush(3);
        }

        Assert.Equal(before, Answer());
        using (var index = Engine().OpenIndex(_folder.Path))
        {
            Assert.Equal(At(2), index.Position);
            Assert.Equal(before, Answer());
            index.Apply([Invented.Change(3, Invented.Course("a.3", "Пошук музики"))], At(3));
        }

        Assert.Equal("3: a.1 a.2 a.3", Answer());
        Assert.Empty(_log.Lines);
        Assert.Empty(LuceneCheck.Run(_folder.Path));
    }

    [Theory]
    [InlineData("*", "lost")]
    [InlineData("segments_*", "cut")]
    [InlineData("*.tim", "cut")]
    [InlineData("*.doc", "changed")]
    [InlineData("*.pay", "changed")]
    public void Lost_or_damaged_files_are_gone_round_told_of_and_made_again_from_the_store_by_the_next_writer(string which, string how)
    {
        Fill();
        using (var index = Engine().OpenIndex(_folder.Path))
        {
            index.Optimise();
        }

        var before = Answer();
        Damage(which, how);

        Assert.Contains("reindex", Assert.Single(LuceneCheck.Run(_folder.Path)), StringComparison.Ordinal);
        Assert.Equal(before, Answer());
        Assert.Contains("searched by the postings", Assert.Single(_log.Lines), StringComparison.Ordinal);
        using (Engine().OpenIndex(_folder.Path))
        {
            Assert.Contains("read from the stored courses", _log.Lines[1], StringComparison.Ordinal);
        }

        Assert.Equal(before, Answer());
        Assert.Empty(LuceneCheck.Run(_folder.Path));
    }

    [Fact]
    public async Task Files_that_break_while_they_are_searched_are_gone_round_by_the_next_question()
    {
        using var catalog = new FilledCatalog();
        await catalog.ImportAsync(5, "Курс");
        using (var follower = Follower(catalog.Catalog, Engine()))
        {
            await follower.CatchUpAsync(default);
        }

        var folder = new IndexFolder(_folder.Path, Engine());
        using var searcher = new LiveSearcher(folder, _clock);
        Assert.Equal(IndexPosition.Nothing with { Epoch = searcher.Position.Epoch, Revision = 5, Fingerprint = Engine().Fingerprint }, searcher.Position);
        foreach (var file in Directory.GetFiles(Path.Combine(_folder.Path, folder.Current!, LuceneFiles.FolderName), "*.*"))
        {
            File.WriteAllBytes(file, []);
        }

        Assert.Equal(5, searcher.Search(new CourseQuery { Text = "курс" }).Total);
        Assert.Contains("searched by the postings", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_segment_that_changed_on_disk_is_found_by_the_check()
    {
        Fill();
        Assert.Empty(LuceneCheck.Run(_folder.Path));
        var largest = new DirectoryInfo(Path.Combine(_folder.Path, LuceneFiles.FolderName)).GetFiles("_*").MaxBy(file => file.Length)!.FullName;
        var bytes = File.ReadAllBytes(largest);
        for (var at = bytes.Length / 3; at < bytes.Length * 2 / 3; at++)
        {
            bytes[at] ^= 0x55;
        }

        File.WriteAllBytes(largest, bytes);

        Assert.Contains("reindex", Assert.Single(LuceneCheck.Run(_folder.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_writer_is_refused_and_told_why()
    {
        using var index = Engine().OpenIndex(_folder.Path);

        var refused = Assert.Throws<InvalidOperationException>(() => Engine().OpenIndex(_folder.Path));

        Assert.Contains("being written by another process", refused.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_counted_with_the_rest_of_the_index()
    {
        Fill();

        var words = new DirectoryInfo(Path.Combine(_folder.Path, LuceneFiles.FolderName)).EnumerateFiles().Sum(file => file.Length);

        Assert.True(words > 0);
        Assert.Equal(StoreFigures.Of(_folder.Path).Bytes + words, Engine().Measure(_folder.Path).Bytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Switching_engines_builds_beside_and_the_old_index_is_searched_meanwhile(bool toLucene)
    {
        using var catalog = new FilledCatalog();
        var postings = PostingsEngine.Create(Ground.Analysis, Ground.Frameworks, _clock);
        var (before, after) = toLucene ? (postings, Engine()) : (Engine(), postings);
        await catalog.ImportAsync(5, "Курс");
        using (var follower = Follower(catalog.Catalog, before))
        {
            await follower.CatchUpAsync(default);
        }

        var changed = new IndexFolder(_folder.Path, after);
        using var searcher = new LiveSearcher(changed, _clock);
        Assert.Equal(5, searcher.Search(new CourseQuery { Text = "курс" }).Total);
        using var next = Follower(catalog.Catalog, after);
        var reached = await next.CatchUpAsync(default);

        Assert.Equal((after.Fingerprint, "generation-000002"), (reached.Fingerprint, changed.Current));
        _clock.Pass(LiveSearcher.LookEvery);
        Assert.Equal(reached, searcher.Position);
        Assert.Equal(5, searcher.Search(new CourseQuery { Text = "курс" }).Total);
        Assert.Empty(changed.Check());
        Assert.Empty(_log.Lines);
        Assert.Equal(toLucene, Directory.Exists(Path.Combine(_folder.Path, "generation-000002", LuceneFiles.FolderName)));
        Assert.Equal(!toLucene, Directory.Exists(Path.Combine(_folder.Path, "generation-000001", LuceneFiles.FolderName)));
    }

    public void Dispose() => _folder.Dispose();

    private IndexFollower Follower(ICourseCatalog catalog, SearchEngine engine) =>
        new(catalog, new IndexFolder(_folder.Path, engine), _clock, NullLogger<IndexFollower>.Instance);

    private void Fill()
    {
        using var index = Engine().OpenIndex(_folder.Path);
        index.Apply([Invented.Change(1, Invented.Course("a.1", "Пошук даних"))], At(1));
        index.Apply([Invented.Change(2, Invented.Course("a.2", "Пошук роботи"))], At(2));
    }

    private IndexPosition At(long revision) => OpenIndex.At(revision) with { Fingerprint = Engine().Fingerprint };

    private void Damage(string which, string how)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(_folder.Path, LuceneFiles.FolderName), which))
        {
            var bytes = File.ReadAllBytes(file);
            if (how == "lost")
            {
                File.Delete(file);
                continue;
            }

            if (how == "changed")
            {
                bytes[bytes.Length / 2] ^= 0x55;
            }

            File.WriteAllBytes(file, how == "cut" ? bytes[..20] : bytes);
        }
    }

    private string Answer()
    {
        using var searcher = Engine().OpenSearcher(_folder.Path);
        var answer = searcher.Search(new CourseQuery { Text = "пошук", Sort = SortOrder.Id });
        return $"{answer.Total}: " + string.Join(' ', answer.Hits.Select(hit => hit.Course.Course.Id));
    }

    private SearchEngine Engine() => LuceneEngine.Create(Ground.Analysis, Ground.Frameworks, TimeProvider.System, new Synonyms(new([], [])), tagger: null, _log);
}
