using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Tests.Engines.Postings;

public sealed class ClauseScoringTests
{
    private const int Courses = 3_000;
    private const int Tokens = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_passed_over_changes_no_score_that_counts(int seed)
    {
        var random = new Random(seed);
        var (index, table) = Index(random);
        var prunedQueries = 0;
        for (var query = 0; query < 150; query++)
        {
            var clauses = Enumerable.Range(0, random.Next(2, 6)).Select(_ => Clause(random)).ToList();
            using var plain = ScoreBoard.For(table.Limit);
            var every = new ClauseScoring(clauses, index, table, plain);
            var (touched, strict, _) = every.AnyWord(leaveCommon: false);
            var docs = plain.Room.Docs[..touched];
            var whole = every.Said * Ranking.Whole;

            using var all = ScoreBoard.For(table.Limit);
            var (_, strictly, _) = new ClauseScoring(clauses, index, table, all).AllWords();
            Assert.Equal(strict, strictly);
            Assert.All(docs.Where(doc => plain.Covered(doc) >= whole), doc => Assert.Equal(plain.Score(doc), all.Score(doc), 1e-3f));

            using var few = ScoreBoard.For(table.Limit);
            var pruned = new ClauseScoring(clauses, index, table, few);
            var (looked, again, _) = pruned.AnyWord(leaveCommon: true);
            var leftOut = pruned.LeftOut();
            prunedQueries += looked < touched ? 1 : 0;
            Assert.Equal(strict, again);
            Assert.All(docs, doc =>
            {
                var looks = few.Covered(doc) > 0;
                Assert.True(looks || plain.Covered(doc) < every.Said * Ranking.LeastCoverage);
                Assert.True(looks ? Math.Abs(plain.Score(doc) - few.Score(doc)) < 1e-3f : leftOut!.Contains(doc));
            });
        }

        Assert.InRange(prunedQueries, 5, 150);
    }

    private static AskedClause Clause(Random random) => new(
        new Clause([], []),
        [.. Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => new Wanted(
            [.. Enumerable.Range(0, random.Next(5) == 0 ? 2 : 1).Select(_ => Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => Token(random)).Distinct().ToArray())],
            0.5f + (random.NextSingle() / 2),
            random.Next(2) == 0))]);

    // Low numbers far more often: some words stand nearly everywhere, some hardly anywhere.
    private static int Token(Random random) => 1 + (int)(Tokens * Math.Pow(random.NextDouble(), 3));

    private static (WordIndex, FactTable) Index(Random random)
    {
        List<LivingSegment> segments = [];
        for (var part = 0; part < 3; part++)
        {
            var builder = new SegmentBuilder();
            for (var doc = part; doc < Courses; doc += 3)
            {
                builder.Add(doc, [Text(4), Text(3), [], Text(12), Text(10)]);
            }

            segments.Add(LivingSegment.Of(builder.Build()).Without(Enumerable.Range(0, Courses).Where(_ => random.Next(20) == 0)));
        }

        FacetDictionary[] keys = [.. Enumerable.Range(0, FacetKeys.Columns).Select(_ => new FacetDictionary())];
        var table = FactTable.Empty(keys).With([.. Enumerable.Range(0, Courses).Select(doc => KeyValuePair.Create(doc, new CourseFacts { Id = $"a.{doc}", Title = [] }))], keys);
        return (new WordIndex(segments, segments.Sum(segment => segment.Living)), table);

        int[] Text(int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Token(random))];
    }
}
