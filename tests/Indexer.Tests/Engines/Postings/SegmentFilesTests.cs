using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Following;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Engines.Postings;

public sealed class SegmentFilesTests : IDisposable
{
    private static readonly string[] Queries = ["", "безпека", "курс дані", "\"безпека інтернет\"", "medi*", "право -авторський", "безпке"];
    private readonly HeardLog _log = new();
    private readonly OpenIndex _open;

    public SegmentFilesTests() => _open = new(folder => Engine().OpenIndex(folder), (folder, _) => Engine().OpenSearcher(folder));

    [Fact]
    public void A_start_from_files_finds_what_was_found_before()
    {
        Fill(seed: 3, steps: 25);

        Assert.InRange(Files().Length, 1, 20);
        Assert.Equal(Answers(_open.Searcher), Fresh());
        _open.Index.Optimise();
        Assert.Single(Files());
        Assert.Equal(Answers(_open.Searcher), Fresh());
        Assert.Empty(_log.Lines);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_missing_or_damaged_file_is_read_from_the_store_and_made_again_by_the_next_writer(int seed, bool missing)
    {
        Fill(seed, steps: 6);
        var expected = Answers(_open.Searcher);
        foreach (var file in Files())
        {
            Break(file, missing);
        }

        Assert.Equal(expected, Fresh());
        Assert.NotEmpty(_log.Lines);
        Assert.All(_log.Lines, line => Assert.Contains("missing or damaged", line, StringComparison.Ordinal));

        _log.Lines.Clear();
        _open.Index.Dispose();
        using (Engine().OpenIndex(_open.Folder))
        {
            Assert.NotEmpty(_log.Lines);
        }

        _log.Lines.Clear();
        Assert.Equal(expected, Fresh());
        Assert.Empty(_log.Lines);
    }

    public void Dispose() => _open.Dispose();

    private static void Break(string file, bool missing)
    {
        if (missing)
        {
            File.Delete(file);
            return;
        }

        // The last number of the file is a token or a document; its length stays.
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
    }

    private string[] Files() => Directory.GetFiles(_open.Folder, "words-*.segment");

    private void Fill(int seed, int steps)
    {
        var random = new Random(seed);
        for (var step = 0; step < steps; step++)
        {
            var courses = Invented.Many(100, random.Next()).Where(_ => random.Next(4) == 0).ToArray();
            _open.Put(courses);
            _open.Retire([.. courses.Where(_ => random.Next(6) == 0).Select(course => course.Course.Id)]);
        }
    }

    private string[] Fresh()
    {
        using var searcher = Engine().OpenSearcher(_open.Folder);
        return Answers(searcher);
    }

    private static string[] Answers(ICourseSearcher searcher) => [.. Queries.Select(text =>
    {
        var answer = searcher.Search(new CourseQuery { Text = text, Limit = 100 });
        return $"«{text}» {answer.Total} " + string.Join(' ', answer.Hits.Select(hit => $"{hit.Course.Course.Id} {hit.Score:R}"));
    })];

    private SearchEngine Engine() => PostingsEngine.Create(Ground.Analysis, Ground.Frameworks, TimeProvider.System, Ground.Rings, tagger: null, _log);
}
