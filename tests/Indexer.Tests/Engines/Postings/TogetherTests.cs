using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;

namespace DcCourseIndex.Indexer.Tests.Engines.Postings;

public sealed class TogetherTests
{
    private const int Courses = 400;

    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 12)]
    [InlineData(3, 60)]
    public void Walking_along_the_postings_finds_what_a_look_through_every_text_finds(int seed, int tokens)
    {
        var random = new Random(seed);
        var segment = Segment(random, Courses, () => random.Next(tokens), most: 30);
        for (var query = 0; query < 200; query++)
        {
            var places = Enumerable.Range(0, random.Next(2, 4)).Select(_ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, tokens)).Distinct().ToArray()).ToArray();
            var rarest = places[random.Next(places.Length)];
            foreach (var anywhere in new[] { true, false })
            {
                var together = new Together(segment, places, anywhere);
                var docs = segment.Held.Where(doc => TokenSearch.First(segment.TextOf(doc), rarest) >= 0).Where(_ => random.Next(3) > 0).ToList();

                Assert.Equal(
                    docs.Where(doc => anywhere ? TokenSearch.HasAll(segment.TextOf(doc), places) : TokenSearch.HasPhrase(segment.TextOf(doc), places)).ToList(),
                    docs.Where(together.In).ToList());
            }
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    [InlineData(70_000)]
    public void Words_far_behind_in_a_text_are_found_next_to_each_other_too(int before)
    {
        var builder = new SegmentBuilder();
        builder.Add(1, [[], [], [], [], [.. Enumerable.Repeat(7, before - 4), 1, 2, 7]]);
        builder.Add(2, [[], [], [], [], [.. Enumerable.Repeat(7, before - 4), 2, 1, 7]]);
        var segment = builder.Build();
        int[][] places = [[1], [2]];

        var together = new Together(segment, places, anywhere: false);

        Assert.Equal([true, false], new[] { 1, 2 }.Select(together.In));
    }

    private static Segment Segment(Random random, int courses, Func<int> token, int most)
    {
        var builder = new SegmentBuilder();
        for (var doc = 1; doc <= courses; doc++)
        {
            builder.Add(doc * 2, [Tokens(5), Tokens(2), [], Tokens(most), []]);
        }

        return builder.Build();

        int[] Tokens(int length) => [.. Enumerable.Range(0, random.Next(length + 1)).Select(_ => token())];
    }
}
