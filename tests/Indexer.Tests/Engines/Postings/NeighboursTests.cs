using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;

namespace DcCourseIndex.Indexer.Tests.Engines.Postings;

public sealed class NeighboursTests
{
    private const int Courses = 300;

    [Fact]
    public void No_pair_that_stands_in_a_text_is_denied_and_most_others_are()
    {
        var random = new Random(4);
        var builder = new SegmentBuilder();
        for (var doc = 1; doc <= Courses; doc++)
        {
            builder.Add(doc, [Tokens(6), [], Tokens(3), Tokens(30), Tokens(90)]);
        }

        var segment = builder.Build();
        var (asked, mistaken) = (0, 0);
        foreach (var doc in segment.Held)
        {
            var text = segment.TextOf(doc).ToArray();
            var pairs = text.Zip(text.Skip(1)).Where(pair => pair.First != StoreSchema.Break && pair.Second != StoreSchema.Break).ToHashSet();
            Assert.All(pairs, pair => Assert.True(Neighbours.May(segment.PairsOf(doc), Neighbours.Hash(pair.First, pair.Second))));

            for (var one = 0; one < 50; one++)
            {
                var (first, second) = (random.Next(1, 2_000), random.Next(1, 2_000));
                if (!pairs.Contains((first, second)))
                {
                    asked++;
                    mistaken += Neighbours.May(segment.PairsOf(doc), Neighbours.Hash(first, second)) ? 1 : 0;
                }
            }
        }

        Assert.InRange(mistaken, 0, asked / 6);

        int[] Tokens(int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => random.Next(1, 2_000))];
    }

    [Fact]
    public void Folded_segments_know_the_neighbours_of_one_built_at_once()
    {
        var (first, second, whole) = (new SegmentBuilder(), new SegmentBuilder(), new SegmentBuilder());
        for (var doc = 1; doc <= 40; doc++)
        {
            int[][] columns = [[doc, doc + 1, 5], [], [7, doc], [doc % 3 + 1, 2, 1], []];
            (doc % 2 == 0 ? first : second).Add(doc, columns);
            whole.Add(doc, columns);
        }

        Assert.Equal(whole.Build().Pairs, Folding.Fold([LivingSegment.Of(first.Build()), LivingSegment.Of(second.Build())]).Pairs);
    }
}
