using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Quality;

namespace DcCourseIndex.Crawler.Tests.Duplicates;

public sealed class LabelledPairsTests
{
    [Theory]
    [InlineData("duplicates-dev", "auto")]
    [InlineData("duplicates-dev", "none")]
    [InlineData("duplicates-held", "auto")]
    [InlineData("duplicates-held", "none")]
    [InlineData("duplicates-third", "auto")]
    [InlineData("duplicates-third", "none")]
    [InlineData("duplicates-fourth", "auto")]
    [InlineData("duplicates-fourth", "none")]
    [InlineData("duplicates-fifth", "auto", 0.98, 0.75)]
    [InlineData("duplicates-fifth", "none", 0.95, 0.65)]
    [InlineData("duplicates-sixth", "auto", 0.99, 0.92)]
    [InlineData("duplicates-sixth", "none", 0.95, 0.80)]
    [InlineData("duplicates-seventh", "auto", 0.99, 0.94)]
    public void On_labelled_listings_hardly_a_pair_is_wrong_and_most_are_found(string folder, string dictionary, double precision = 0.99, double recall = 0.95)
    {
        var gold = DuplicatePairs.Read(Path.Combine(Workspace.Root, "tests", "Quality", "data", folder));

        var figures = DuplicateFigures.Of(gold, TextAnalysis.Load(dictionary));

        Assert.True(figures.Precision >= precision, $"precision {figures.Precision:0.000}: {string.Join("; ", figures.Wrong)}");
        Assert.True(figures.Recall >= recall, $"recall {figures.Recall:0.000}: {string.Join("; ", figures.Wrong)}");
    }
}
