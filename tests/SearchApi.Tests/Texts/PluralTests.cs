using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Tests.Texts;

public sealed class PluralTests
{
    [Theory]
    [InlineData(0, "0 курсів")]
    [InlineData(1, "1 курс")]
    [InlineData(2, "2 курси")]
    [InlineData(4, "4 курси")]
    [InlineData(5, "5 курсів")]
    [InlineData(11, "11 курсів")]
    [InlineData(12, "12 курсів")]
    [InlineData(14, "14 курсів")]
    [InlineData(21, "21 курс")]
    [InlineData(22, "22 курси")]
    [InlineData(25, "25 курсів")]
    [InlineData(111, "111 курсів")]
    [InlineData(121, "121 курс")]
    [InlineData(1002, "1\u00a0002 курси")]
    public void Ukrainian_nouns_follow_their_number(long number, string said) =>
        Assert.Equal(said, PageTexts.Ukrainian.Count("count.courses", number));

    [Theory]
    [InlineData(0, "0 courses")]
    [InlineData(1, "1 course")]
    [InlineData(21, "21 courses")]
    public void English_nouns_follow_their_number(long number, string said) =>
        Assert.Equal(said, PageTexts.English.Count("count.courses", number));
}
