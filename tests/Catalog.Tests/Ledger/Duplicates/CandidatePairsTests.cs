using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger.Duplicates;

public sealed class CandidatePairsTests
{
    [Fact]
    public void Every_pair_with_a_course_to_compare_comes_up_once()
    {
        var pairs = CandidatePairs.Read(["a", "b"], [(4, "a"), (4, "b"), (4, "old"), (8, "b"), (8, "a"), (12, "old"), (12, "older")], 60);

        Assert.Equal(["b", "old"], pairs.Of("a").Order());
        Assert.Equal(["old"], pairs.Of("b"));
    }

    [Fact]
    public void A_key_that_too_many_share_says_nothing()
    {
        var pairs = CandidatePairs.Read(["a"], [(4, "a"), (4, "b"), (4, "c"), (8, "a"), (8, "b")], 2);

        Assert.Equal(["b"], pairs.Of("a"));
    }

    [Fact]
    public void Whoever_offers_a_key_is_compared_with_whoever_seeks_it_and_with_nobody_else()
    {
        var (offered, sought) = (CandidateKey.Offered(40), CandidateKey.Sought(40));

        var pairs = CandidatePairs.Read(["course", "neighbour", "post"], [(offered, "course"), (offered, "neighbour"), (sought, "post"), (sought, "old post")], 60);

        Assert.Equal(["old post", "post"], pairs.Of("course").Order());
        Assert.Equal(["old post", "post"], pairs.Of("neighbour").Order());
        Assert.Empty(pairs.Of("post"));
    }

    [Fact]
    public void What_too_many_seek_says_nothing()
    {
        var pairs = CandidatePairs.Read(["a"], [(CandidateKey.Offered(40), "a"), (CandidateKey.Sought(40), "b"), (CandidateKey.Sought(40), "c")], 1);

        Assert.Empty(pairs.Of("a"));
    }
}
