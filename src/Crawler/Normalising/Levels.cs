using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>Levels as portals write them: wire values, DigComp numbers 1 to 8, or words of Ukrainian and English.</summary>
internal static class Levels
{
    private static readonly (string Stem, Level Level)[] Stems =
    [
        ("початк", Level.Foundation), ("базов", Level.Foundation), ("новачк", Level.Foundation), ("з нуля", Level.Foundation), ("вступн", Level.Foundation), ("елементарн", Level.Foundation),
        ("beginner", Level.Foundation), ("introduct", Level.Foundation), ("basic", Level.Foundation), ("elementary", Level.Foundation), ("novice", Level.Foundation), ("foundation", Level.Foundation),
        ("середн", Level.Intermediate), ("intermediate", Level.Intermediate), ("medium", Level.Intermediate), ("незалежн", Level.Intermediate),
        ("просунут", Level.Advanced), ("поглибл", Level.Advanced), ("високий", Level.Advanced), ("advanced", Level.Advanced),
        ("експерт", Level.HighlySpecialised), ("високоспеціал", Level.HighlySpecialised), ("expert", Level.HighlySpecialised), ("highly special", Level.HighlySpecialised),
    ];

    /// <summary>Null for no level, for words that name none, and for words that name several.</summary>
    public static Level? Of(string? word)
    {
        var bare = word?.Trim().ToLowerInvariant() ?? "";
        if (Wire.TryParse<Level>(bare, out var level))
        {
            return level;
        }

        if (bare is [>= '1' and <= '8'])
        {
            return (Level)((bare[0] - '1') / 2);
        }

        var named = Stems.Where(stem => bare.Contains(stem.Stem, StringComparison.Ordinal)).Select(stem => stem.Level).Distinct().ToList();
        return named is [var only] ? only : null;
    }
}
