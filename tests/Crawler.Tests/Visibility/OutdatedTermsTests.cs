using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Crawler.Tests.Work;
using DcCourseIndex.Crawler.Visibility;

namespace DcCourseIndex.Crawler.Tests.Visibility;

public sealed class OutdatedTermsTests
{
    private readonly OutdatedTerms terms = new(Prepared.Analysis);

    [Fact]
    public void A_title_with_an_outdated_word_is_given_the_current_one()
    {
        var hint = Assert.Single(terms.In("Основи роботи на ЕОМ для дорослих"));
        Assert.Equal(("ЕОМ", "комп'ютер"), (hint.Word, hint.Current));
    }

    [Theory]
    [InlineData("ЕОМ, або комп'ютер: перші кроки")]
    [InlineData("Перші кроки за комп'ютером")]
    [InlineData("")]
    public void A_title_with_the_current_word_is_left_alone(string title) => Assert.Empty(terms.In(title));

    [Fact]
    public void Every_pair_stands_in_one_ring_of_the_vocabulary()
    {
        var config = Path.Combine(Workspace.Root, "config");
        var rings = VocabularyFiles.Load(Path.Combine(config, "vocabulary"), FrameworkFiles.Load(Path.Combine(config, "frameworks")).Value!).Value!.QueryWords.Rings;
        Assert.All(OutdatedTerms.Pairs(), pair => Assert.Contains(rings, ring => ring.Contains(pair.Word) && ring.Contains(pair.Current)));
    }
}
