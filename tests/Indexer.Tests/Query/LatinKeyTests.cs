using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Tests.Query;

public sealed class LatinKeyTests
{
    [Theory]
    [InlineData("грамотність", "hramotnist", "gramotnist")]
    [InlineData("захист", "zakhyst", "zahyst", "zahist")]
    [InlineData("безпечний", "bezpechnyi", "bezpechnyj", "bezpechny")]
    [InlineData("інфографіка", "инфографіка", "infohrafika")]
    [InlineData("комп'ютер", "kompiuter", "kompjuter")]
    [InlineData("веб", "veb", "web")]
    [InlineData("початківців", "pochatkivtsiv", "pochatkivciv")]
    [InlineData("бухгалтера", "bukhhaltera", "buhgaltera", "buxgaltera")]
    [InlineData("щоденник", "shchodennyk", "schodennyk", "schodenyk")]
    public void Ways_of_writing_a_word_in_Latin_letters_share_a_key(string word, params string[] ways)
    {
        Assert.All(ways, way => Assert.Equal(LatinKey.Of(word), LatinKey.Of(way)));
    }

    [Fact]
    public void Words_of_other_letters_have_none()
    {
        Assert.Null(LatinKey.Of("日本"));
        Assert.Null(LatinKey.Of("café"));
    }
}
