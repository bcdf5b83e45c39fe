using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Tests.Normalising;

public sealed class UnreadValuesTests
{
    private static readonly RawListing Plain = new() { Id = "a1", Title = "Курс", Url = "https://courses.example/a1" };

    [Theory]
    [InlineData("gratis", "price \"gratis\" is not one of unknown, free, free-to-study, paid.")]
    [InlineData("unknown", null)]
    [InlineData("Безкоштовно", null)]
    [InlineData("FREE", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_word_that_is_none_of_the_known_ones_is_named(string? price, string? sentence) =>
        Assert.Equal(sentence, Of(Plain with { Price = price }).SingleOrDefault());

    [Fact]
    public void Every_field_with_wire_values_is_looked_at()
    {
        var sentences = Of(Plain with { Price = "x", Access = "x", Mode = "x", Credential = "x", Tutor = "x", Level = "x", Prices = [new(5, "UAH"), new(5, "гривень")] });

        Assert.Equal(["price", "access", "mode", "credential", "tutor", "level", "prices"], sentences.Select(sentence => sentence.Split(' ')[0]));
        Assert.Contains("«гривень»", sentences[^1], StringComparison.Ordinal);
    }

    private static List<string> Of(RawListing raw) => [.. UnreadValues.Of(raw, new CourseNormaliser().Normalise(raw, new("own", "Own", "uk", true)).Course!)];
}
