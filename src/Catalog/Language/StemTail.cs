using System.Buffers;

namespace DcCourseIndex.Catalog.Language;

/// <summary>Levels what changes at the end of a Ukrainian stem: доступність/доступності, застосунок/застосунку, бібліотека/бібліотеці, знання/знань.</summary>
internal static class StemTail
{
    private const int Least = 3;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеєиіїоуюя");

    public static bool IsVowel(char c) => Vowels.Contains(c);

    public static bool HasVowel(ReadOnlySpan<char> stem) => stem.IndexOfAny(Vowels) >= 0;

    /// <summary>The stem as it is compared.</summary>
    public static string Level(string stem)
    {
        var level = stem.Replace("ь", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        while (level.Length > Least && IsVowel(level[^1]))
        {
            level = level[..^1];
        }

        if (level.Length < Least)
        {
            return level;
        }

        // громадянин/громадяни
        if (level.Length > 5 && level.EndsWith("нин", StringComparison.Ordinal))
        {
            level = level[..^2];
        }

        if (level[^1] == level[^2])
        {
            level = level[..^1];
        }

        // люблю, здоров'я
        if (level.Length > Least && level[^1] == 'л' && level[^2] is 'б' or 'п' or 'в' or 'м' or 'ф')
        {
            level = level[..^1];
        }

        level = OpenVowel(level);

        // A vowel that comes and goes: -ок/-к, -ець/-ця, -ень/-ня, -ер/-р.
        if (level.Length > Least && level[^1] is 'к' or 'ц' or 'н' or 'л' or 'р' && level[^2] is 'о' or 'е' && !IsVowel(level[^3]))
        {
            level = level[..^2] + level[^1];
        }

        level = level[^1] switch
        {
            'ц' or 'ч' => level[..^1] + "к",
            'з' or 'ж' => level[..^1] + "г",
            'с' or 'ш' => level[..^1] + "х",
            _ => level,
        };
        return OpenVowel(level);
    }

    // The last vowel of a closed syllable turns into і: договір/договору, доступність/доступності.
    private static string OpenVowel(string stem)
    {
        var vowel = stem.AsSpan().LastIndexOfAny(Vowels);
        return vowel > 0 && stem[vowel] == 'і' ? stem[..vowel] + "о" + stem[(vowel + 1)..] : stem;
    }
}
