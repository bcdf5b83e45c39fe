using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Tests.Language;

public sealed class NearestWordTests
{
    private static readonly string[] Known = ["q", "level", "language", "limit", "lang", "subtitle"];

    [Theory]
    [InlineData("levl", "level")]
    [InlineData("Level", "level")]
    [InlineData("lvel", "level")]
    [InlineData("langauge", "language")]
    [InlineData("subtitles", "subtitle")]
    [InlineData("sub", "subtitle")]
    [InlineData("zzzzz", null)]
    [InlineData("", null)]
    public void The_nearest_is_near(string sent, string? nearest) => Assert.Equal(nearest, NearestWord.Of(sent, Known));
}
