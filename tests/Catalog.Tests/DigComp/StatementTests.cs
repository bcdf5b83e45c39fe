using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class StatementTests
{
    [Theory]
    [InlineData("digcomp-2.2", "3.3", new[] { "3.3" })]
    [InlineData("DigComp 2.2", "3.3", new[] { "3.3" })]
    [InlineData("digcomp-3.0", "3.4", new[] { "3.4" })]
    [InlineData("digcomp-ua", "2.3", new[] { "3.3" })]
    [InlineData("digcomp-ua", "3.1", new[] { "2.1", "2.2" })]
    [InlineData("digcomp-2.2", "9.9", new string[0])]
    [InlineData("esco", "S5", new string[0])]
    public void The_portals_own_word_is_translated_by_the_crosswalk(string framework, string code, string[] expected)
    {
        var tagging = ProjectFiles.Tagger.Tag(new("Майстерня", "Зустрічі щосуботи.", Statements: [new(framework, code)]));

        Assert.Equal(expected, tagging.Competences.Select(one => one.Code));
        Assert.All(tagging.Competences, one => Assert.Equal((EvidenceKind.Source, 0, 0), (one.Evidence[0].Kind, one.Evidence[0].Start, one.Evidence[0].Length)));
        Assert.All(tagging.Competences, one => Assert.True(one.Confidence >= 0.75));
    }

    [Fact]
    public void A_stated_level_goes_before_the_words()
    {
        var tagging = ProjectFiles.Tagger.Tag(new("Програмування з нуля", "Для початківців.", Statements: [new("digcomp-2.2", "3.4", "advanced", "Веде до 3.4")]));

        Assert.Equal(Level.Advanced, tagging.Level);
        Assert.Equal("Веде до 3.4", tagging.Competences[0].Evidence[0].Text);
    }
}
