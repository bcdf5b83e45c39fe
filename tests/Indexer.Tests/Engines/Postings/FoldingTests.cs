using DcCourseIndex.Indexer.Engines.Postings;

namespace DcCourseIndex.Indexer.Tests.Engines.Postings;

public sealed class FoldingTests
{
    private const int MostTokens = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Segments_that_are_folded_step_by_step_say_the_same_as_one_built_at_once(int seed)
    {
        var random = new Random(seed);
        var courses = new SortedDictionary<int, int[][]>();
        var index = WordIndex.Empty;
        var (highest, folds) = (0, 0);
        for (var step = 0; step < 60; step++)
        {
            var changes = Changes(random, courses, ref highest);
            index = Apply(index, changes, courses);
            if (Folding.Due(index) is { Count: > 0 } due)
            {
                // Others may change the index while it is folded.
                var folded = Folding.Fold(due);
                index = Apply(index, Changes(random, courses, ref highest), courses);
                index = Folding.Replace(index, due, folded);
                folds++;
            }

            Assert.InRange(index.Segments.Count, 0, Folding.MostLater + 2);
            Equal(Apply(WordIndex.Empty, courses.ToDictionary(pair => pair.Key, int[][]? (pair) => pair.Value), []), index);
        }

        Assert.InRange(folds, 3, 60);
    }

    [Fact]
    public void Courses_that_all_die_while_they_are_folded_leave_nothing()
    {
        var courses = new SortedDictionary<int, int[][]>();
        var index = WordIndex.Empty;
        for (var doc = 1; doc <= 3; doc++)
        {
            index = Apply(index, new() { [doc] = [[doc], [], [], [], []] }, courses);
        }

        var due = Folding.Due(index);
        var folded = Folding.Fold(due);
        index = Apply(index, new() { [2] = null, [3] = null }, courses);

        index = Folding.Replace(index, due, folded);

        Assert.Equal(2, due.Count);
        Assert.Equal(1, Assert.Single(index.Segments).Living);
        Assert.Equal((1, 0, 0), (index.Frequency(1), index.Frequency(2), index.Frequency(3)));
    }

    private static Dictionary<int, int[][]?> Changes(Random random, SortedDictionary<int, int[][]> courses, ref int highest)
    {
        var changes = new Dictionary<int, int[][]?>();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            var doc = random.Next(3) == 0 && courses.Count > 0 ? courses.Keys.ElementAt(random.Next(courses.Count)) : ++highest;
            changes[doc] = random.Next(4) == 0 ? null : [Tokens(4), Tokens(3), Tokens(2), Tokens(10), Tokens(15)];
        }

        return changes;

        int[] Tokens(int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => random.Next(MostTokens))];
    }

    private static WordIndex Apply(WordIndex index, Dictionary<int, int[][]?> changes, SortedDictionary<int, int[][]> courses)
    {
        var builder = new SegmentBuilder();
        foreach (var (doc, columns) in changes.OrderBy(change => change.Key))
        {
            courses.Remove(doc);
            if (columns is not null)
            {
                courses[doc] = columns;
                builder.Add(doc, columns);
            }
        }

        List<LivingSegment> segments = [.. index.Segments.Select(segment => segment.Without(changes.Keys)).Where(segment => segment.Living > 0), LivingSegment.Of(builder.Build())];
        return new WordIndex([.. segments.Where(segment => segment.Living > 0)], segments.Sum(segment => segment.Living));
    }

    private static void Equal(WordIndex expected, WordIndex actual)
    {
        Assert.Equal(expected.Courses, actual.Courses);
        Assert.Equal(Texts(expected), Texts(actual));
        for (var token = 1; token <= MostTokens; token++)
        {
            Assert.Equal(Postings(expected, token), Postings(actual, token));
            Assert.Equal(Postings(expected, token).Count, actual.Frequency(token));
        }
    }

    private static List<(int Doc, byte Weight)> Postings(WordIndex index, int token)
    {
        List<(int, byte)> all = [];
        foreach (var segment in index.Segments)
        {
            var list = segment.Segment.Of(token);
            List<(int Doc, byte Weight)> own = [];
            for (var at = 0; at < list.Docs.Length; at++)
            {
                own.Add((list.Docs[at], list.Weights[at]));
            }

            Assert.Equal(own.OrderBy(posting => posting.Doc), own);
            all.AddRange(own.Where(posting => !segment.IsDead(posting.Doc)));
        }

        return [.. all.Order()];
    }

    private static List<string> Texts(WordIndex index) =>
        [.. index.Segments.SelectMany(segment => segment.Segment.Held.Where(doc => !segment.IsDead(doc)).Select(doc => (Doc: doc, Text: string.Join(' ', segment.Segment.TextOf(doc).ToArray()))))
            .OrderBy(text => text.Doc).Select(text => $"{text.Doc}: {text.Text}")];
}
