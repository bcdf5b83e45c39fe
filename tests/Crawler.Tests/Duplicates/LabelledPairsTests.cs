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
    public void On_labelled_listings_hardly_a_pair_is_wrong_and_most_are_found(string folder, string dictionary)
    {
        var gold = DuplicatePairs.Read(Path.Combine(Workspace.Root, "tests", "Quality", "data", folder));

        var figures = DuplicateFigures.Of(gold, TextAnalysis.Load(dictionary));

        Assert.True(figures.Precision >= 0.99, $"precision {figures.Precision:0.000}: {string.Join("; ", figures.Wrong)}");
        Assert.True(figures.Recall >= 0.95, $"recall {figures.Recall:0.000}: {string.Join("; ", figures.Wrong)}");
    }
}
