using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>What a portal says of one competence: the framework by name, version or the <paramref name="Address"/> of its document, the competence by code, name or the <paramref name="Target"/> that stands for it alone.</summary>
internal sealed record SaidCompetence(string? Framework = null, string? Version = null, string? Code = null, string? Name = null, string? Address = null, string? Target = null, string? Level = null);

/// <summary>Recognises DigComp and its kin in what portals say of competences, however they spell it. Pure.</summary>
internal static partial class StatedCompetence
{
    /// <summary>Null where the words name no framework of the service, or no competence of it by code.</summary>
    public static CompetenceStatement? Of(SaidCompetence said)
    {
        if (Framework(said) is not { } framework || Code(said) is not { } code) return null;
        return new CompetenceStatement(framework, code, LevelOf(said.Level), Words.Unescaped(said.Name));
    }

    /// <summary>The wire name of a level that is written as a number from 1 to 8, a letter and number from A1 to C2, or a word; null for anything else.</summary>
    public static string? LevelOf(string? word)
    {
        var bare = word?.Trim().ToUpperInvariant();
        Level? level = bare switch
        {
            "A1" or "A2" => Level.Foundation,
            "B1" or "B2" => Level.Intermediate,
            "C1" => Level.Advanced,
            "C2" => Level.HighlySpecialised,
            _ => Levels.Of(bare),
        };
        return level is { } known ? Wire.Name(known) : null;
    }

    private static string? Framework(SaidCompetence said)
    {
        var named = $"{said.Framework ?? said.Name} {said.Version} {said.Address} {said.Target}";
        if (!Kin().IsMatch(named)) return null;
        if (Educators().IsMatch(named)) return "digcompedu";
        if (Ukrainian().IsMatch(named)) return "digcomp-ua";
        // The codes of 2.0, 2.1 and 2.2 are the same.
        return Third().IsMatch($"{said.Framework} {said.Address}") || said.Version?.Trim().StartsWith('3') == true ? "digcomp-3.0" : Frameworks.Default;
    }

    private static string? Code(SaidCompetence said) =>
        Bare(Whole().Match(said.Code ?? "")) ?? Bare(Leading().Match(said.Name ?? "")) ?? Bare(Trailing().Match(said.Target ?? ""));

    private static string? Bare(Match match) => match.Success ? match.Groups[1].Value : null;

    // The publication numbers are those of DigComp 2.0, 2.1, 2.2 and 3.0 at the Joint Research Centre.
    [GeneratedRegex("digcomp|JRC101254|JRC106281|JRC128415|JRC144121|рамк\\p{L}* цифрової компетентності", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kin();

    [GeneratedRegex("digcomp[ -]?edu", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Educators();

    [GeneratedRegex(@"digcomp[ -]?ua\b|рамк\p{L}* цифрової компетентності", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ukrainian();

    [GeneratedRegex(@"digcomp[ /_-]*3|JRC144121", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Third();

    [GeneratedRegex(@"^\s*(?:digcomp[ :_-]*)?(\d\.\d{1,2})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    // «DigComp 2.2: Безпека» names a version and no competence.
    [GeneratedRegex(@"^\s*(?>digcomp\D{0,3}(?:[23]\.\d)?[\s:–—-]*)?(\d\.\d{1,2})(?![\d.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?<!digcomp)[/#_=](\d\.\d{1,2})/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();
}
