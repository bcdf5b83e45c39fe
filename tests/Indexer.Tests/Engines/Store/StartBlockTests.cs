using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Following;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Engines.Store;

public sealed class StartBlockTests : IDisposable
{
    private readonly OpenIndex _open = new(folder => Engine().OpenIndex(folder), (folder, _) => Engine().OpenSearcher(folder));

    [Fact]
    public void A_start_from_the_block_and_what_changed_after_it_answers_as_before()
    {
        Fill(seed: 5, steps: 8);
        _open.Index.Optimise();
        var file = Assert.Single(Blocks());
        Assert.Equal(Answers(_open.Searcher), Fresh());

        Fill(seed: 6, steps: 4);
        Assert.Equal(Answers(_open.Searcher), Fresh());

        _open.Index.Optimise();
        Assert.Contains(file, Blocks());
        Assert.Equal(2, Blocks().Length);
        Assert.Equal(Answers(_open.Searcher), Fresh());

        // Nothing has changed: the same file again.
        _open.Index.Optimise();
        Assert.Equal(2, Blocks().Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(200)]
    [InlineData(-1)]
    [InlineData(null)]
    public void A_missing_or_damaged_block_is_passed_over(int? broken)
    {
        Fill(seed: 9, steps: 5);
        _open.Index.Optimise();
        var expected = Answers(_open.Searcher);
        using (var connection = new ReadConnection(_open.Folder))
        {
            Assert.NotNull(StartBlock.Read(connection));
        }

        var file = Assert.Single(Blocks());
        if (broken is { } at)
        {
            var bytes = File.ReadAllBytes(file);
            bytes[at < 0 ? bytes.Length + at : at] ^= 4;
            File.WriteAllBytes(file, bytes);
        }
        else
        {
            File.Delete(file);
        }

        using (var connection = new ReadConnection(_open.Folder))
        {
            Assert.Null(StartBlock.Read(connection));
        }

        Assert.Equal(expected, Fresh());
    }

    public void Dispose() => _open.Dispose();

    private string[] Blocks() => Directory.GetFiles(_open.Folder, "start-*.block");

    private void Fill(int seed, int steps)
    {
        var random = new Random(seed);
        for (var step = 0; step < steps; step++)
        {
            var courses = Invented.Many(150, random.Next()).Where(_ => random.Next(3) == 0).ToArray();
            _open.Put(courses);
            _open.Retire([.. courses.Where(_ => random.Next(6) == 0).Select(course => course.Course.Id)]);
        }
    }

    private string[] Fresh()
    {
        using var searcher = Engine().OpenSearcher(_open.Folder);
        return Answers(searcher);
    }

    private static string[] Answers(ICourseSearcher searcher) =>
    [
        .. new[] { "", "безпека", "курс дані", "medi*", "безпке" }.Select(text => searcher.Search(new CourseQuery { Text = text, Limit = 100 })).Select(answer =>
            $"{answer.Total} {answer.Suggestion} {string.Join(' ', answer.Hits.Select(hit => $"{hit.Course.Course.Id} {hit.Score:R}"))} {string.Join(' ', answer.Facets.SelectMany(facet => facet.Value.Select(count => $"{facet.Key} {count}")))}"),
        string.Join(' ', searcher.Suggest("зах", 10)),
    ];

    private static SearchEngine Engine() => PostingsEngine.Create(Ground.Analysis, Ground.Frameworks, TimeProvider.System, Ground.Rings);
}
