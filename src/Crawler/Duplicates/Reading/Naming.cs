using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>
/// Whom and what a listing names, and what it is to be known by when another names it, all as sorted hashes of sounds: so that a post «на CourseLane з Пітером Амаді» finds
/// the course of Peter Amadi there.
/// </summary>
internal sealed partial class Naming
{
    private const int WordsKept = 160;
    private const int SubjectKept = 60;
    private const int NamesKept = 6;
    private const int LongestName = 3;
    private const int ShortestName = 4;
    private const ulong ChainSalt = 0x9E37;

    private static readonly HashSet<uint> GivenNames = [.. Senses.Lines("given-names.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(name => Senses.SoundOf(LatinSounds.Of(name)))];

    /// <summary>The portal by its name and by its host.</summary>
    public required ulong[] Portals { get; init; }

    /// <summary>The telling words of the institution.</summary>
    public required ulong[] Makers { get; init; }

    /// <summary>The same by their beginnings.</summary>
    public required uint[] MakerSounds { get; init; }

    /// <summary>The authors' names without first names.</summary>
    public required uint[] Surnames { get; init; }

    /// <summary>The sound of a telling word of its portal, its host and its institution each.</summary>
    public required uint[] Houses { get; init; }

    /// <summary>All sounds of portal, institution and teachers: whoever names them says nothing of the subject.</summary>
    public required uint[] Who { get; init; }

    /// <summary>Names of up to three words that the listing writes with capitals, and words of its address.</summary>
    public required ulong[] Chains { get; init; }

    /// <summary>Single words that are names, without the listing's own portal and institution.</summary>
    public required uint[] Names { get; init; }

    /// <summary>The first of them in order.</summary>
    public required uint[] NamesInOrder { get; init; }

    /// <summary>The sounds of all its words, wherever they stand.</summary>
    public required uint[] Sounds { get; init; }

    /// <summary>What all its words can mean.</summary>
    public required uint[] Meanings { get; init; }

    /// <summary>The telling words of its title.</summary>
    public required Sense[] Title { get; init; }

    /// <summary>The first telling words of title and text, each once.</summary>
    public required Sense[] Subject { get; init; }

    /// <summary>The codes of courses that its title and text state, «ФЛ-214».</summary>
    public required uint[] Codes { get; init; }

    /// <summary>Reads it from a course whose title without code is <paramref name="named"/>.</summary>
    public static Naming Of(Course course, string named, IReadOnlyList<AnalysedToken> title, string text, IReadOnlyList<AnalysedToken> words, Senses senses, TextAnalysis analysis)
    {
        var own = OwnWords(course, senses, analysis);
        var slug = SlugOf(course);
        var authors = course.Authors.SelectMany(author => TitleWords.Places(analysis.Analyse(author))).ToList();
        var publisher = course.Publisher is null ? [] : TitleWords.Places(analysis.Analyse(course.Publisher)).ToList();
        var read = words.Take(WordsKept).ToList();
        var titleSenses = title.Where(TitleWords.IsTelling).Select(senses.Of).Where(sense => !sense.IsCommon && !own.Contains(sense.Sound)).Distinct().ToArray();
        var telling = titleSenses.Concat(read.Select(senses.Of).Where(sense => !sense.IsCommon)).Distinct().ToList();
        var host = HostLabel(course.Url);
        var names = NamesIn(named, title, isTitle: true, senses, analysis).Concat(NamesIn(text, read, isTitle: false, senses, analysis)).Where(sound => sound != 0 && !own.Contains(sound)).Distinct().ToList();
        return new Naming
        {
            Portals = [.. PortalKeys(course, host, senses, analysis).Distinct()],
            Makers = [.. publisher.Where(word => IsTellingName(word, course.Publisher!, senses)).Select(word => senses.Of(word).LongSound).Distinct()],
            MakerSounds = [.. publisher.Where(word => IsTellingName(word, course.Publisher!, senses)).Select(word => senses.Of(word).Sound).Where(sound => sound != 0).Distinct().Take(2)],
            Surnames = [.. authors.Where(word => word.Word.Length >= ShortestName).Select(word => senses.Of(word).Sound).Where(sound => sound != 0 && !GivenNames.Contains(sound)).Distinct().Order()],
            Houses = [.. HousesOf(course, host, senses, analysis).Where(sound => sound != 0).Distinct()],
            Who = [.. own.Concat(authors.Select(word => senses.Of(word).Sound)).Append(Senses.SoundOf(LatinSounds.Of(host))).Where(sound => sound != 0).Distinct().Order()],
            Chains = [.. ChainsIn(named, title, senses).Concat(ChainsIn(text, read, senses)).Concat(slug.Select(part => Senses.LongSoundOf(LatinSounds.Of(part))))
                .Concat(course.Authors.Append(course.Publisher ?? "").SelectMany(name => ChainsIn(name, [.. TitleWords.Places(analysis.Analyse(name))], senses)))
                .Concat(Hosts().Matches(text).Select(match => Senses.LongSoundOf(LatinSounds.Of(match.Groups["label"].Value.ToLowerInvariant())))).Distinct().Order()],
            Names = [.. names.Order()],
            NamesInOrder = [.. names.Take(NamesKept)],
            Sounds = [.. title.Concat(read).Concat(authors).Concat(publisher).Select(word => senses.Of(word).Sound).Concat(own).Concat(slug.Append(host).Select(part => Senses.SoundOf(LatinSounds.Of(part)))).Where(sound => sound != 0).Distinct().Order()],
            Meanings = [.. telling.SelectMany(sense => sense.Meanings).Concat(slug.SelectMany(part => TitleWords.Places(analysis.Analyse(part))).SelectMany(word => senses.Of(word).Meanings)).Distinct().Order()],
            Title = titleSenses,
            Subject = [.. telling.Where(sense => !own.Contains(sense.Sound)).Take(SubjectKept)],
            Codes = [.. Code().Matches($"{course.Title} . {Neighbours.Without(text)}").Select(match => (uint)StableHash.Of(LatinSounds.Of(match.Groups["letters"].Value.ToLowerInvariant()) + match.Groups["number"].Value)).Distinct().Order()],
        };
    }

    // The portal's name whole, and the word by which its host is known.
    private static IEnumerable<ulong> PortalKeys(Course course, string host, Senses senses, TextAnalysis analysis)
    {
        var words = course.Provider is { } name ? TitleWords.Places(analysis.Analyse(name)).ToList() : [];
        var label = Senses.LongSoundOf(LatinSounds.Of(host));

        // «Microsoft» is no «Microsoft Learn».
        if (host.Length > ShortestName && !Organisation.IsGeneral(host) && !CanonicalAddress.IsList(host) && (words.Count < 2 || !words.Exists(word => senses.Of(word).LongSound == label)))
        {
            yield return label;
        }

        if (words.Count is >= 1 and <= LongestName && (words.Count > 1 || words[0].Word.Length >= ShortestName))
        {
            yield return Chain(words.Select(word => senses.Of(word).LongSound));
        }
    }

    // Of each name the longest word: it tells most.
    private static IEnumerable<uint> HousesOf(Course course, string host, Senses senses, TextAnalysis analysis) =>
        new[] { course.Provider, course.Publisher }.OfType<string>()
            .Select(name => TitleWords.Places(analysis.Analyse(name)).Where(word => (word.Word[^1] == '+' || !Organisation.IsGeneral(word)) && word.Word.Length >= ShortestName).OrderByDescending(word => word.Length).FirstOrDefault())
            .Where(word => word.Length > 0).Select(word => senses.Of(word).Sound)
            .Append(host.Length > ShortestName && !Organisation.IsGeneral(host) && !CanonicalAddress.IsList(host) ? Senses.SoundOf(LatinSounds.Of(host)) : 0);

    private static HashSet<uint> OwnWords(Course course, Senses senses, TextAnalysis analysis) =>
        [.. new[] { course.Provider, course.Publisher }.OfType<string>().SelectMany(name => TitleWords.Places(analysis.Analyse(name))).Select(word => senses.Of(word).Sound).Where(sound => sound != 0)];

    private static bool IsTellingName(AnalysedToken word, string name, Senses senses) =>
        word.Word.Length >= ShortestName && char.IsUpper(name[word.Start]) && !senses.Of(word).IsCommon && !Organisation.IsGeneral(word);

    // What is written large within a sentence is a name; at its beginning only what the dictionary does not know. Titles in English write everything large.
    private static IEnumerable<uint> NamesIn(string text, IReadOnlyList<AnalysedToken> words, bool isTitle, Senses senses, TextAnalysis analysis)
    {
        var large = words.Count(word => char.IsUpper(text[word.Start]));
        var allLarge = isTitle && large * 2 > words.Count && words.Count > 2;
        foreach (var word in words)
        {
            var latin = word.Word.All(char.IsAscii);
            var capitals = text.AsSpan(word.Start, word.Length).ToArray().Count(char.IsUpper);
            if (capitals == 0 || word.Word.Length < 3 || senses.Of(word) is not { IsCommon: false } sense)
            {
                continue;
            }

            var atStart = IsSentenceStart(text, word.Start);
            var isName = capitals >= 2 && word.Length > capitals ? true
                : allLarge ? IsAside(text, word.Start)
                : !atStart || (!latin && !analysis.Knows(word.Word)) || IsQuoted(text, word);
            if (isName)
            {
                yield return sense.Sound;
            }
        }
    }

    private static bool IsSentenceStart(string text, int start)
    {
        for (var at = start - 1; at >= 0; at--)
        {
            if (char.IsLetterOrDigit(text[at]) || text[at] is ',' or '–' or '—' or '(' or '«' or ')' or '»')
            {
                return false;
            }

            if (text[at] == '.' && at > 0 && char.IsUpper(text[at - 1]) && (at == 1 || !char.IsLetterOrDigit(text[at - 2])))
            {
                return false;
            }

            if (text[at] is '.' or '!' or '?' or '…' or '\n' or ':')
            {
                return true;
            }
        }

        return true;
    }

    private static bool IsQuoted(string text, AnalysedToken word) => word.Start > 0 && text[word.Start - 1] is '«' or '"' or '“' && word.Start + word.Length < text.Length && text[word.Start + word.Length] is '»' or '"' or '”';

    // «… (Wendover)», «… from Norrland University», «… with Tess Calloway», «… | OpenLearnX».
    private static bool IsAside(string text, int start) => Aside().Match(text) is { Success: true } aside && aside.Index < start;

    private static IEnumerable<ulong> ChainsIn(string text, IReadOnlyList<AnalysedToken> words, Senses senses)
    {
        for (var from = 0; from < words.Count; from++)
        {
            if (!char.IsUpper(text[words[from].Start]))
            {
                continue;
            }

            yield return senses.Of(words[from]).LongSound;
            for (var length = 2; length <= LongestName && from + length <= words.Count; length++)
            {
                yield return Chain(words.Skip(from).Take(length).Select(word => senses.Of(word).LongSound));
            }
        }
    }

    private static ulong Chain(IEnumerable<ulong> sounds)
    {
        var (chain, count) = (ChainSalt, 0);
        var only = 0UL;
        foreach (var sound in sounds)
        {
            (chain, only, count) = (StableHash.Join(chain, sound), sound, count + 1);
        }

        return count == 1 ? only : chain;
    }

    private static List<string> SlugOf(Course course) =>
        Uri.TryCreate(course.Url, UriKind.Absolute, out var address)
            ? [.. Uri.UnescapeDataString(address.AbsolutePath).ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries).SelectMany(part => part.Split(['-', '_', '.', '+', ':'], StringSplitOptions.RemoveEmptyEntries)).Where(part => part.Length >= 2 && !part.All(char.IsDigit) && !CanonicalAddress.IsList(part)).Distinct()]
            : [];

    // «courselane» of «www.courselane.com.ua».
    private static string HostLabel(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return "";
        }

        var labels = address.IdnHost.ToLowerInvariant().Split('.');
        var at = labels.Length - 2;
        return at > 0 && labels[at] is "com" or "edu" or "org" or "gov" or "co" or "ac" or "net" or "in" ? labels[at - 1] : at >= 0 ? labels[at] : "";
    }

    [GeneratedRegex(@"(?<![\p{L}\d@.-])(?:https?://)?(?:www\.)?(?:[a-z0-9-]+\.){0,2}(?<label>[a-z0-9-]{4,40})\.(?:com\.ua|org\.ua|edu\.ua|in\.ua|gov\.ua|[a-z]{2,10})(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hosts();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<letters>\p{Lu}{2,6})[-\s]?(?<number>\d{2,4})(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"\(|\||\s[–—-]\s|\s(?:from|by|with|від|з|на)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
