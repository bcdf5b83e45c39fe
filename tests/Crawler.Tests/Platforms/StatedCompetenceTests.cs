using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Tests.Platforms;

public sealed class StatedCompetenceTests
{
    [Theory]
    [InlineData("DigComp", "2.2", "4.2", null, null, null, "digcomp-2.2 4.2")]
    [InlineData("DigComp", "2.1", "4.2", null, null, null, "digcomp-2.2 4.2")]
    [InlineData("DigComp", "3.0", "4.2", null, null, null, "digcomp-3.0 4.2")]
    [InlineData("DigComp 3.0", null, "1.3", null, null, null, "digcomp-3.0 1.3")]
    [InlineData("DigCompEdu", null, "2.1", null, null, null, "digcompedu 2.1")]
    [InlineData("Рамка цифрової компетентності для громадян України", null, "0.3", null, null, null, "digcomp-ua 0.3")]
    [InlineData(null, null, null, "DigComp 4.2 Захист даних", null, null, "digcomp-2.2 4.2")]
    [InlineData("DigComp", null, null, "2.6 Managing digital identity", null, null, "digcomp-2.2 2.6")]
    [InlineData("DigComp", null, null, "DigComp 2.2 - 4.1 Protecting devices", null, null, "digcomp-2.2 4.1")]
    [InlineData(null, null, "1.1", null, "https://publications.jrc.ec.europa.eu/repository/handle/JRC128415", null, "digcomp-2.2 1.1")]
    [InlineData(null, null, null, "Safety", null, "https://example.org/digcomp/2.2/4.1", "digcomp-2.2 4.1")]
    [InlineData("DigComp", null, null, "DigComp 2.2: Безпека", null, null, null)]
    [InlineData("DigComp", null, null, "Safety", "https://example.org/digcomp/2.2", "https://example.org/digcomp/2.2", null)]
    [InlineData("ESCO", null, "4.2", "4.2 Something", null, null, null)]
    [InlineData("ISCED-F", "2013", "0611", null, null, null, null)]
    [InlineData("DigComp", null, "area 4", null, null, null, null)]
    public void DigComp_is_known_however_it_is_spelled(string? framework, string? version, string? code, string? name, string? address, string? target, string? expected)
    {
        var stated = StatedCompetence.Of(new SaidCompetence(framework, version, code, name, address, target));
        Assert.Equal(expected, stated is null ? null : $"{stated.Framework} {stated.Code}");
    }

    [Theory]
    [InlineData("1", "foundation")]
    [InlineData("8", "highly-specialised")]
    [InlineData("B2", "intermediate")]
    [InlineData("c2", "highly-specialised")]
    [InlineData("INTERMEDIATE", "intermediate")]
    [InlineData("базовий", "foundation")]
    [InlineData("9", null)]
    [InlineData(null, null)]
    public void A_level_is_one_of_four_bands_or_unknown(string? word, string? level) => Assert.Equal(level, StatedCompetence.LevelOf(word));
}
