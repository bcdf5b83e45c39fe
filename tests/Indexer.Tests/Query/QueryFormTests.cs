using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Tests.Query;

public sealed class QueryFormTests
{
    [Theory]
    [InlineData("а б", "а+б")]
    [InlineData("а OR б", "а / б")]
    [InlineData("а АБО б | в", "а / б / в")]
    [InlineData("а б OR в г", "а+б / в+г")]
    [InlineData("а|б", "а / б")]
    [InlineData("(а OR б) в", "а+в / б+в")]
    [InlineData("в (а OR б)", "в+а / в+б")]
    [InlineData("(а OR б) (в OR г)", "а+в / а+г / б+в / б+г")]
    [InlineData("((а OR б) в) OR г", "а+в / б+в / г")]
    [InlineData("\"а б\" OR в -\"г ґ\"", "а б / в ; -г ґ")]
    [InlineData("а -(б в) г", "а+г ; -б -в")]
    [InlineData("а -(б OR -в)", "а ; -б -в")]
    [InlineData("а OR", "а")]
    [InlineData("OR а", "а")]
    [InlineData("а OR OR б", "а / б")]
    [InlineData("OR", "")]
    [InlineData("або or абО", "або+or+абО")]
    [InlineData("(а OR б", "а / б")]
    [InlineData("а) OR б", "а / б")]
    [InlineData(")(", "")]
    [InlineData("() а", "а")]
    [InlineData("(а OR \"б) в", "а / б) в")]
    [InlineData("-OR а", "а ; -OR")]
    [InlineData("курс(и)", "курс+и")]
    public void Or_parts_and_brackets_hold_together(string text, string expected)
    {
        var form = QueryForm.Of(QuerySplitter.Split(text));

        Assert.Equal(expected, Written(form));
        Assert.False(form.IsTooMuch);
    }

    [Fact]
    public void What_brackets_multiply_out_to_is_bounded()
    {
        var many = QueryForm.Of(QuerySplitter.Split(string.Join(' ', Enumerable.Repeat("(а OR б)", 40))));
        var long_ = QueryForm.Of(QuerySplitter.Split(string.Join(" OR ", Enumerable.Repeat("а б в г ґ д е є", 15))));
        var deep = QueryForm.Of(QuerySplitter.Split(new string('(', 200) + "а OR б" + new string(')', 200)));
        var ors = QueryForm.Of(QuerySplitter.Split(string.Join('|', Enumerable.Range(0, 100))));

        Assert.All([many, long_, ors], form => Assert.True(form.IsTooMuch));
        Assert.All([many, long_, ors, deep], form => Assert.InRange(form.Alternatives.Count, 1, QueryForm.MostAlternatives));
        Assert.All([long_, ors, deep], form => Assert.InRange(form.Alternatives.Sum(alternative => alternative.Count), 1, QueryForm.MostPieces));
        Assert.NotNull(QueryLimits.Objection("а | " + string.Join(" | ", Enumerable.Range(0, 20))));
        Assert.Null(QueryLimits.Objection(string.Join(" OR ", Enumerable.Range(0, 16))));
        Assert.Null(QueryLimits.Objection(string.Join(' ', Enumerable.Range(0, 120))));
    }

    private static string Written(QueryForm form)
    {
        var alternatives = string.Join(" / ", form.Alternatives.Select(alternative => string.Join('+', alternative.Select(chunk => chunk.Text))));
        return form.Excluded.Count == 0 ? alternatives : $"{alternatives} ; {string.Join(' ', form.Excluded.Select(chunk => "-" + chunk.Text))}";
    }
}
