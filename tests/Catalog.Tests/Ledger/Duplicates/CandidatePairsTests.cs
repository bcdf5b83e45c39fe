using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger.Duplicates;

public sealed class CandidatePairsTests
{
    [Fact]
    public void Every_pair_with_a_course_to_compare_comes_up_once()
    {
        var pairs = CandidatePairs.Read(["a", "b"], [(1, "a"), (1, "b"), (1, "old"), (2, "b"), (2, "a"), (3, "old"), (3, "older")], 60);

        Assert.Equal(["b", "old"], pairs.Of("a").Order());
        Assert.Equal(["old"], pairs.Of("b"));
    }

    [Fact]
    public void A_key_that_too_many_share_says_nothing()
    {
        var pairs = CandidatePairs.Read(["a"], [(1, "a"), (1, "b"), (1, "c"), (2, "a"), (2, "b")], 2);

        Assert.Equal(["b"], pairs.Of("a"));
    }
}
