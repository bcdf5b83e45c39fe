using System.Text.RegularExpressions;

namespace DcCourseIndex.Catalog.Tests.DigComp;

/// <summary>The themes that the project ships: what a slip of the pen would spoil without any other sign.</summary>
public sealed partial class ThemeFilesTests
{
    private const int LeastExpressions = 20;

    // More, and an expression says too little about what is meant.
    private const int MostThemes = 12;

    private static readonly IReadOnlyList<IReadOnlyList<string>> Themes = ProjectFiles.Lexicon.QueryWords.Themes;

    [Fact]
    public void Every_competence_has_many_themes() => Assert.True(Themes.Count > 20 * ProjectFiles.Frameworks.DigComp22.Competences.Count);

    [Fact]
    public void A_theme_has_many_different_expressions_in_both_languages() => Assert.All(Themes, theme =>
    {
        Assert.InRange(theme.Distinct(StringComparer.OrdinalIgnoreCase).Count(), LeastExpressions, theme.Count);
        Assert.Contains(theme, expression => expression[0] is >= 'Ѐ' and <= 'ӿ');
        Assert.Contains(theme, expression => char.IsAsciiLetter(expression[0]));
    });

    [Fact]
    public void No_theme_has_an_expression_twice() =>
        Assert.Empty(Themes.Where(theme => theme.Distinct(StringComparer.OrdinalIgnoreCase).Count() < theme.Count).Select(theme => theme[0]));

    [Fact]
    public void No_two_themes_have_one_name() => Assert.Empty(
        Themes.SelectMany(theme => theme.Take(2).Select(name => name.ToLowerInvariant())).CountBy(name => name).Where(count => count.Value > 1).Select(count => count.Key));

    [Fact]
    public void No_word_mixes_Latin_and_Cyrillic_letters() => Assert.DoesNotContain(Themes.SelectMany(theme => theme), MixedWord().IsMatch);

    [Fact]
    public void Words_are_parted_by_one_space() => Assert.All(Themes.SelectMany(theme => theme), expression => Assert.Matches(WellParted(), expression));

    [Fact]
    public void No_expression_stands_in_so_many_themes_that_it_says_little() => Assert.DoesNotContain(
        Themes.SelectMany(theme => theme.Select(expression => expression.ToLowerInvariant())).CountBy(expression => expression),
        count => count.Value > MostThemes);

    [GeneratedRegex(@"[a-zA-Z]\p{IsCyrillic}|\p{IsCyrillic}[a-zA-Z]")]
    private static partial Regex MixedWord();

    [GeneratedRegex(@"^\S+( \S+)*$")]
    private static partial Regex WellParted();
}
