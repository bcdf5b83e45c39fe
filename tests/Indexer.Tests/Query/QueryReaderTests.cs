using DcCourseIndex.Indexer.Query;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Query;

public sealed class QueryReaderTests
{
    private readonly QueryReader _reader = new(Ground.Analysis, Ground.Frameworks);

    [Theory]
    [InlineData("як навчитися користуватися поштою", "навчитися користуватися")]
    [InlineData("how do I learn Excel", "learn")]
    [InlineData("безпека", "")]
    public void Words_in_which_people_ask_are_known(string text, string asking) =>
        Assert.Equal(asking, string.Join(' ', _reader.Read(text, "digcomp-2.2").Units.Where(unit => unit.Asks).Select(unit => unit.Typed)));

    [Theory]
    [InlineData("безпека дітей", "Word Word")]
    [InlineData("онлайн-курс", "Compound")]
    [InlineData("HTML/CSS", "Word Word")]
    [InlineData("«безпека дітей» «слово»", "Phrase Phrase")]
    [InlineData("кібер* кі*", "Prefix Word")]
    [InlineData("2.2 2.9 2", "Code Word Word Word")]
    [InlineData("?! … —", "")]
    public void Each_thing_asked_for_is_a_unit(string text, string kinds)
    {
        Assert.Equal(kinds, string.Join(' ', _reader.Read(text, "digcomp-2.2").Units.Select(unit => unit.Kind)));
    }

    [Fact]
    public void Excluded_units_stand_apart()
    {
        var read = _reader.Read("безпека -діти -«важкі слова»", "digcomp-2.2");

        Assert.Equal(["безпека"], read.Units.Select(unit => unit.Typed));
        Assert.Equal(["діти", "важкі слова"], read.Excluded.Select(unit => unit.Typed));
        Assert.False(read.IsEmpty);
    }

    [Fact]
    public void Stop_words_weigh_only_where_there_is_nothing_else()
    {
        Assert.Equal(["безпека"], _reader.Read("безпека в інтернеті".Replace(" інтернеті", "", StringComparison.Ordinal), "digcomp-2.2").Weighty.Select(unit => unit.Typed));
        Assert.Equal(["для", "всіх"], _reader.Read("для всіх", "digcomp-2.2").Weighty.Select(unit => unit.Typed));
    }

    [Fact]
    public void A_code_belongs_to_the_framework_asked_for()
    {
        Assert.Equal("digcomp-3.0:4.2", _reader.Read("4.2", "digcomp-3.0").Units[0].CodeTerm);
        Assert.Equal(UnitKind.Word, _reader.Read("4.2", "unknown").Units[0].Kind);
    }

    [Fact]
    public void No_more_than_thirty_two_words_are_read()
    {
        Assert.Equal(32, _reader.Read(string.Join(' ', Enumerable.Repeat("слово", 80)), "digcomp-2.2").Units.Count);
        Assert.Empty(_reader.Read($"«{string.Join(' ', Enumerable.Repeat("слово", 80))}»", "digcomp-2.2").Units);
    }
}
