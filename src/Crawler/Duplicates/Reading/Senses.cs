using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>Finds the <see cref="Sense"/> of words, by the glossary of the vocabulary and by their sound. Safe for many threads.</summary>
internal sealed class Senses
{
    private const int MostRemembered = 200_000;
    private const int MostMeanings = 4;
    private const int SoundLength = 5;
    private const int LongSoundLength = 8;
    private const int ShortestSound = 3;

    private static readonly string[] Glossaries = ["glossary.tsv", "rings-subjects.tsv", "rings.tsv"];

    private readonly Dictionary<string, uint[]> english;
    private readonly HashSet<string> common;
    private readonly HashSet<string> frequent;
    private readonly ConcurrentDictionary<string, Sense> seen = new(StringComparer.Ordinal);

    public Senses(TextAnalysis analysis)
    {
        (common, frequent) = (FormsIn("common-words.txt", analysis), FormsIn("frequent-words.txt", analysis));
        english = Glossaries.SelectMany(Lines).SelectMany(line => Pairs(line, analysis))
            .GroupBy(pair => pair.Term, pair => pair.Meaning, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Distinct().Take(MostMeanings).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Changes with the word lists.</summary>
    public static string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Glossaries.Append("common-words.txt").Append("frequent-words.txt").Append("given-names.txt").SelectMany(Lines)))))[..16];

    public Sense Of(AnalysedToken word)
    {
        if (seen.TryGetValue(word.Word, out var known))
        {
            return known;
        }

        var sense = Read(word);
        if (seen.Count < MostRemembered)
        {
            seen.TryAdd(word.Word, sense);
        }

        return sense;
    }

    /// <summary>The sense of a word in Latin sounds that stands in no text: of an address.</summary>
    public static uint SoundOf(string latin) => Stem(latin) is { Length: >= ShortestSound } stem ? (uint)StableHash.Of(stem.AsSpan(0, Math.Min(SoundLength, stem.Length))) : 0;

    public static ulong LongSoundOf(string latin) => StableHash.Of(Stem(latin) is var stem && stem.Length > LongSoundLength ? stem[..LongSoundLength] : stem);

    public static uint MeaningOf(string stem) => (uint)StableHash.Of("=" + stem);

    /// <summary>The lines of a word list without remarks.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Senses).Assembly.GetManifestResourceStream("Duplicates." + name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    private Sense Read(AnalysedToken word)
    {
        var figure = NumberWords.Figure(word.Word);
        var term = figure ?? (word.Terms[^1] is { } bare && word.Word[^1] == '+' ? bare + "+" : word.Terms[0]);
        var sound = LatinSounds.Of(term);
        var isLatin = term.All(char.IsAscii);
        uint[] meanings = isLatin ? [MeaningOf(term)] : [.. word.Terms.SelectMany(one => english.GetValueOrDefault(one) ?? []).Distinct().Take(MostMeanings)];
        var isCommon = word.Word[^1] != '+' && (figure is not null || char.IsDigit(term[0]) || word.Word.Length < 2 || StopWords.Contains(word.Word) || IsOneOf(common, word));
        return new Sense(char.IsDigit(term[0]) ? 0 : SoundOf(sound), LongSoundOf(sound), char.IsDigit(term[0]) ? [] : meanings, isCommon, !isCommon && !IsOneOf(frequent, word));
    }

    private static bool IsOneOf(HashSet<string> forms, AnalysedToken word) => forms.Contains(word.Word) || word.Terms.Any(forms.Contains);

    // Case endings are vowels, or come after them.
    private static string Stem(string latin) => latin.TrimEnd('a', 'e', 'i', 'o', 'u') is { Length: >= ShortestSound } stem ? stem : latin;

    private static HashSet<string> FormsIn(string list, TextAnalysis analysis) =>
        Lines(list).SelectMany(line => TitleWords.Places(analysis.Analyse(line))).SelectMany(word => word.Terms.Append(word.Word)).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<(string Term, uint Meaning)> Pairs(string line, TextAnalysis analysis)
    {
        var words = line.Split('\t').Where(member => !member.Contains(' ', StringComparison.Ordinal)).Select(member => TitleWords.Places(analysis.Analyse(member)).ToList()).Where(places => places.Count == 1).Select(places => places[0]).ToList();
        var meanings = words.Where(word => word.Word.All(char.IsAscii)).Select(word => MeaningOf(word.Terms[0])).ToList();
        return words.Where(word => !word.Word.All(char.IsAscii)).SelectMany(word => word.Terms).Distinct().SelectMany(term => meanings.Select(meaning => (term, meaning)));
    }
}
