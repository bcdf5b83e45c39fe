using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>The name of a portal or an institution, read so that its usual spellings are known as one: full, short, by initials, in Latin letters.</summary>
internal sealed record Organisation
{
    private const int ShortestBeginning = 4;
    private const int MostCompared = 2_000;

    private static readonly ConditionalWeakTable<Organisation, ConcurrentDictionary<Organisation, bool>> Compared = new();

    private static readonly HashSet<string> General = new(StringComparer.Ordinal)
    {
        "університет", "інститут", "академія", "коледж", "школа", "центр", "бібліотека", "платформа", "портал", "національний", "державний", "україна", "ім'я", "ім", "імені",
        "го", "тов", "онлайн", "освіта", "university", "institute", "academy", "college", "school", "center", "centre", "library", "national", "state", "of", "the", "online", "for",
        "edu", "education", "студія", "фонд", "громадський", "організація", "заклад", "вищий", "ua", "uk", "us", "com", "org", "moodle", "edx", "open", "дистанційний", "система",
        "електронний", "навчання", "репозитарій", "репозиторій", "каталог", "ресурс", "відкритий", "технічний", "науковий", "обласний", "ukraine", "lms", "atutor", "canvas", "ilias", "dspace", "elearn", "e-learn", "learn", "мережа", "academician", "академік", "акад", "course", "курс", "courses", "курси", "course", "courses", "курс", "курси",
    };

    // Kinds of institutions: half of the country's names begin so.
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "ntu", "ntuu", "nu", "nnu", "ntb", "dnz", "dvnz", "zvo", "nan", "mon", "dnu", "nvz", "zoz", "mooc", "ounb", "unb", "odb", "ob", "tsbs", "onb", "oub", "tsmb", "mtsbs" };

    private static readonly HashSet<string> Universities = new(StringComparer.Ordinal) { "університет", "university" };

    private static readonly string[] Libraries = ["бібліоте", "книгозбір", "librar"];

    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal) { "of", "and", "for", "the", "i", "ta", "ti" };

    private Organisation(IReadOnlyList<string> latin, IReadOnlyList<string> telling, IReadOnlyList<string> terms, IReadOnlyList<string> shorts) =>
        (Latin, Telling, Terms, Shorts, Named) = (latin, telling, terms, shorts, telling.Count(word => !shorts.Contains(word)) >= 2 ? [.. telling.Where(word => !shorts.Contains(word))] : telling);

    /// <summary>The words of the name in order, in Latin letters.</summary>
    public IReadOnlyList<string> Latin { get; }

    /// <summary>Those of them that tell it from others.</summary>
    public IReadOnlyList<string> Telling { get; }

    /// <summary>The telling words without abbreviations, where enough are left: «КНУ імені Тараса Шевченка».</summary>
    private IReadOnlyList<string> Named { get; }

    /// <summary>The same in the dictionary forms of texts.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>The abbreviations in the dictionary forms of texts.</summary>
    public required IReadOnlyList<string> ShortTerms { get; init; }

    /// <summary>All words of the name in the dictionary forms of texts, also those that many names have.</summary>
    public required IReadOnlySet<string> Words { get; init; }

    /// <summary>The same, and the words in Latin letters: whatever of a title may be the name and no part of it.</summary>
    public required IReadOnlySet<string> Spellings { get; init; }

    /// <summary>Written in Cyrillic letters, at least in part.</summary>
    public required bool IsCyrillic { get; init; }

    /// <summary>A library or a hub: what it tells of, others have made more often than itself.</summary>
    public required bool IsLibrary { get; init; }

    /// <summary>The short name that Open edX gives its partners, «PragueX»: it may stand for any name.</summary>
    public required bool IsCode { get; init; }

    /// <summary>Abbreviations within the name, in small Latin letters.</summary>
    public IReadOnlyList<string> Shorts { get; }

    public static Organisation? Of(string? name, TextAnalysis analysis)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var places = TitleWords.Places(analysis.Analyse(name)).ToList();
        var telling = places.Where(word => !General.Overlaps(word.Terms) && !General.Contains(word.Word) && (char.IsUpper(name[word.Start]) || !StopWords.Contains(word.Word)) && word.Word.Length > 1).ToList();
        telling = telling.Count > 0 ? telling : places.FindAll(word => !General.Overlaps(word.Terms) && word.Word.Length > ShortestBeginning);
        var shorts = places
            .Where(word => word.Length is >= 3 and <= 8 && name.AsSpan(word.Start, word.Length).ToArray().Count(char.IsUpper) >= 2 && !Kinds.Contains(LatinSounds.Of(word.Word)))
            .ToList();
        string[] latin = [.. places.Select(word => LatinSounds.Of(word.Word))];
        return new Organisation(
            latin,
            [.. telling.Select(word => LatinSounds.Of(word.Word)).Where(word => !Kinds.Contains(word))],
            [.. telling.Select(word => word.Terms[0])],
            [.. shorts.Select(word => LatinSounds.Of(word.Word))])
        {
            ShortTerms = [.. shorts.Select(word => word.Terms[0])],
            Words = places.Select(word => word.Terms[0]).ToHashSet(StringComparer.Ordinal),
            Spellings = places.Select(word => word.Terms[0]).Concat(latin).ToHashSet(StringComparer.Ordinal),
            IsLibrary = places.Exists(word => word.Word is "хаб" or "hub" || Array.Exists(Libraries, begin => word.Word.StartsWith(begin, StringComparison.Ordinal))),
            IsCode = places.Count == 1 && name[^1] is 'x' or 'X' && name.All(char.IsAsciiLetter),
            IsCyrillic = name.Any(letter => letter is >= '\u0400' and <= '\u04ff'),
        };
    }

    /// <summary>Whether many names have a word.</summary>
    public static bool IsGeneral(AnalysedToken word) => General.Overlaps(word.Terms) || General.Contains(word.Word);

    /// <summary>The same of a word in an address.</summary>
    public static bool IsGeneral(string word) => General.Contains(word);

    /// <summary>Whether a name that stands among the teachers is of no person.</summary>
    public static bool IsNoPerson(string name, TextAnalysis analysis) =>
        name.Contains('+', StringComparison.Ordinal) || !name.Trim().Any(letter => letter is ' ' or '.' or ',') || TitleWords.Places(analysis.Analyse(name)).Any(word => word.Word.Length > 2 && IsGeneral(word));

    /// <summary>Whether two names are of one organisation. Remembered for each two names: a few hundred of them stand on all listings.</summary>
    public static bool Same(Organisation one, Organisation other)
    {
        if (ReferenceEquals(one, other))
        {
            return true;
        }

        var known = Compared.GetValue(one, static _ => new ConcurrentDictionary<Organisation, bool>(ReferenceEqualityComparer.Instance));
        if (!known.TryGetValue(other, out var same))
        {
            same = AreOne(one, other);
            if (known.Count < MostCompared)
            {
                known.TryAdd(other, same);
            }
        }

        return same;
    }

    private static bool AreOne(Organisation one, Organisation other) =>
        one.Latin.SequenceEqual(other.Latin)
        || one.Shorts.Any(other.Shorts.Contains)
        || (one.Named.Count <= other.Named.Count ? Within(one.Named, other.Named) : Within(other.Named, one.Named))
        || Abbreviates(one, other.Latin)
        || Abbreviates(other, one.Latin);

    /// <summary>Whether two names may be of one organisation though nothing shows it: one of them says hardly more than where it is, and there the other may be too.</summary>
    public static bool MayBeSame(Organisation one, Organisation other) => one.IsCode || other.IsCode || SaysOnlyWhere(one, other) || SaysOnlyWhere(other, one);

    // «Прикарпатський університет» may be «ПНУ ім. В. Стефаника».
    private static bool SaysOnlyWhere(Organisation one, Organisation other) =>
        one.Telling is [var only] && IsPlace(only) && one.Words.Overlaps(Universities)
        && (other.Telling.Any(word => Alike(word, only)) ? other.Words.Overlaps(Universities) : other.Shorts.Any(initials => initials[0] == only[0] && initials[^1] == 'u'));

    private static bool Within(IReadOnlyList<string> few, IReadOnlyList<string> many) =>
        few.Count > 0 && few.All(word => many.Any(same => Alike(word, same)))
        && (few.Count >= 2 || few.Count == many.Count || (few[0].Length >= ShortestBeginning && !IsPlace(few[0])));

    // «Київський» tells only where.
    private static bool IsPlace(string word) =>
        word.EndsWith("ski", StringComparison.Ordinal) || word.EndsWith("ska", StringComparison.Ordinal) || word.EndsWith("ske", StringComparison.Ordinal)
        || word is "kiv" or "lviv" or "odesa" or "kharkiv" or "dnipro" or "poltava" or "sumy" or "kherson";

    private static bool Alike(string one, string other)
    {
        var least = Math.Min(one.Length, other.Length);
        var common = one.AsSpan().CommonPrefixLength(other);
        return one == other || (common >= ShortestBeginning && common >= least - 2 && Math.Abs(one.Length - other.Length) <= 3) || (common == least && common >= 3 && IsPlace(one.Length > other.Length ? one : other));
    }

    // «NULES» leaves out «of» and «and».
    private static bool Abbreviates(Organisation few, IReadOnlyList<string> allWords)
    {
        var words = allWords.Where(word => !Joining.Contains(word)).ToList();
        return few.Shorts.Concat(few.Latin.Count == 1 ? few.Latin : []).SelectMany(Shortened).Any(shortened =>
            Enumerable.Range(0, words.Count).Any(from => words.Count - from >= 2 && Consumes(shortened, words, from, 0, int.MaxValue)));
    }

    // Where the full name leaves out «Національний університет», its initials are over: «НаУКМА».
    private static IEnumerable<string> Shortened(string initials)
    {
        yield return initials;
        var over = initials.StartsWith("nau", StringComparison.Ordinal) ? 3 : initials.StartsWith("nu", StringComparison.Ordinal) || initials.StartsWith("du", StringComparison.Ordinal) ? 2 : 0;
        if (over > 0 && initials.Length - over >= 3)
        {
            yield return initials[over..];
        }
    }

    // Beginnings of words that follow each other make the abbreviation: «Уж-Н-У», «Мін-цифр-и».
    private static bool Consumes(string rest, IReadOnlyList<string> words, int at, int used, int shortest)
    {
        // Initials of three words; or syllables of two, which may leave an ending over.
        if ((rest.Length == 0 && used >= 3) || (rest.Length <= 2 && used >= 2 && shortest >= 3))
        {
            return true;
        }

        if (at == words.Count || rest.Length == 0)
        {
            return false;
        }

        // «Держ-спец-зв'язку» leaves out the service.
        if (shortest is >= 3 and < int.MaxValue && Consumes(rest, words, at + 1, used, shortest))
        {
            return true;
        }

        // «Мінагр-о-політики».
        if (shortest is >= 3 and < int.MaxValue && rest[0] == 'o' && Consumes(rest[1..], words, at, used, shortest))
        {
            return true;
        }

        var longest = words[at].AsSpan().CommonPrefixLength(rest);
        for (var length = longest; length > 0; length--)
        {
            if (Consumes(rest[length..], words, at + 1, used + 1, Math.Min(shortest, length)))
            {
                return true;
            }
        }

        return false;
    }
}
