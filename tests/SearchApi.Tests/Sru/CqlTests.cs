using DcCourseIndex.SearchApi.Sru;

namespace DcCourseIndex.SearchApi.Tests.Sru;

public sealed class CqlTests
{
    [Theory]
    [InlineData("python", "Anything All python")]
    [InlineData("\"цифрова безпека\"", "Anything All цифрова безпека")]
    [InlineData("dc.title = python", "Title Phrase python")]
    [InlineData("TITLE=python", "Title Phrase python")]
    [InlineData("dc.creator any \"one two\"", "Creator Any one two")]
    [InlineData("dc.subject all x", "Subject All x")]
    [InlineData("dc.publisher exact \"X Y\"", "Publisher Exact X Y")]
    [InlineData("rec.id == prometheus.DC101", "Identifier Exact prometheus.DC101")]
    [InlineData("srw.serverChoice = a", "Anything Phrase a")]
    [InlineData("a and b or c", "((Anything All a And Anything All b) Or Anything All c)")]
    [InlineData("a AND (b Or c)", "(Anything All a And (Anything All b Or Anything All c))")]
    [InlineData("a not dc.language=en", "(Anything All a Not Language Phrase en)")]
    [InlineData("\"and\"", "Anything All and")]
    [InlineData("dc.title=\"say \\\"hello\\\" \\* \\\\\"", "Title Phrase say \"hello\" * \\")]
    [InlineData("> t=\"info:srw/cql-context-set/1/dc-v1.1\" t.title=x", "Title Phrase x")]
    [InlineData("> \"info:srw/cql-context-set/1/dc-v1.1\" title=x", "Title Phrase x")]
    public void A_query_is_read(string text, string tree)
    {
        var (query, wrong) = CqlParser.Read(text);

        Assert.Null(wrong);
        Assert.Equal(tree, Written(query!));
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData("a b", 10)]
    [InlineData("and", 10)]
    [InlineData("a and", 10)]
    [InlineData("dc.title=", 10)]
    [InlineData("= x", 10)]
    [InlineData("(a", 13)]
    [InlineData("a)", 13)]
    [InlineData("\"a", 14)]
    [InlineData("bath.name=x", 15)]
    [InlineData("> x=\"urn:x\" x.title=a", 15)]
    [InlineData("dc.colour=x", 16)]
    [InlineData("dc.title < x", 19)]
    [InlineData("dc.title within x", 19)]
    [InlineData("dc.title =/stem x", 20)]
    [InlineData("dc.title = \"\"", 27)]
    [InlineData("prog*", 28)]
    [InlineData("a?c", 28)]
    [InlineData("^a", 31)]
    [InlineData("a prox b", 37)]
    [InlineData("a and/rel.combine=sum b", 46)]
    [InlineData("a sortby dc.title", 80)]
    public void What_cannot_be_read_has_its_number(string text, int number) => Assert.Equal(number, CqlParser.Read(text).Wrong?.Number);

    [Fact]
    public void Nobody_may_ask_for_too_much()
    {
        Assert.Equal(12, CqlParser.Read(new string('a', 1001)).Wrong?.Number);
        Assert.Equal(23, CqlParser.Read($"\"{new string('a', 301)}\"").Wrong?.Number);
        Assert.Equal(13, CqlParser.Read(new string('(', 500)).Wrong?.Number);
        Assert.Equal(38, CqlParser.Read(string.Join(" or ", Enumerable.Repeat("a", 100))).Wrong?.Number);
        Assert.Null(CqlConditions.Of(CqlParser.Read("(a or b or c) and (a or b or c) and (a or b or c) and (a or b or c)").Query!));
    }

    [Fact]
    public void Whatever_is_sent_is_read_or_refused()
    {
        var random = new Random(11);
        const string letters = "ab \"()=<>/\\*?^.>andorт\u0001\uD800";
        for (var round = 0; round < 5000; round++)
        {
            var (query, wrong) = CqlParser.Read(new string([.. Enumerable.Range(0, random.Next(30)).Select(_ => letters[random.Next(letters.Length)])]));
            Assert.True(query is null != wrong is null);
        }
    }

    [Theory]
    [InlineData("a not (b and c)", "a -b | a -c")]
    [InlineData("a not (b or c)", "a -b -c")]
    [InlineData("a not (b not c)", "a -b | a c")]
    [InlineData("dc.title any \"a b\" and c", "a c | b c")]
    [InlineData("c not dc.title any \"a b\"", "c -a -b")]
    public void A_query_becomes_alternatives(string text, string alternatives) =>
        Assert.Equal(alternatives, string.Join(" | ", CqlConditions.Of(CqlParser.Read(text).Query!)!.Select(one =>
            string.Join(' ', one.Select(condition => (condition.Holds ? "" : "-") + condition.Clause.Term)))));

    private static string Written(CqlNode node) => node is CqlPair pair
        ? $"({Written(pair.Left)} {pair.Operator} {Written(pair.Right)})"
        : node is CqlClause clause ? $"{clause.Index} {clause.Relation} {clause.Term}" : "";
}
