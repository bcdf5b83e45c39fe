using DcCourseIndex.Indexer.Engines.Postings;

namespace DcCourseIndex.Indexer.Tests.Engines.Postings;

public sealed class PostingUnionTests
{
    private const int Tokens = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_word_with_several_readings_stands_once_in_each_course_with_its_highest_weight(int seed)
    {
        var random = new Random(seed);
        var builder = new SegmentBuilder();
        for (var doc = 1; doc <= 300; doc++)
        {
            builder.Add(doc * 3, [Text(4), [], [], Text(9), Text(20)]);
        }

        var segment = builder.Build();
        using var board = ScoreBoard.For(1_000);
        for (var query = 0; query < 200; query++)
        {
            // Some tokens no course has.
            int[] tokens = [.. Enumerable.Range(0, random.Next(1, PostingUnion.Most + 1)).Select(_ => Token() + random.Next(2)).Distinct()];
            var expected = tokens
                .SelectMany(token => segment.Of(token).Docs.ToArray().Zip(segment.Of(token).Weights.ToArray()))
                .GroupBy(posting => posting.First, (doc, postings) => (doc, postings.Max(posting => posting.Second)))
                .Order();

            var list = PostingUnion.Of(segment, tokens, board);

            Assert.Equal(expected, list.Docs.ToArray().Zip(list.Weights.ToArray()));
        }

        // What has been put together is not written over where a reading in between has no course.
        Assert.Equal(
            PostingUnion.Of(segment, [1, 2, 3], board).Docs.ToArray(),
            PostingUnion.Of(segment, [1, 2, Tokens + 5, 3], board).Docs.ToArray());

        int Token() => 1 + (int)(Tokens * Math.Pow(random.NextDouble(), 3));

        int[] Text(int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Token())];
    }
}
