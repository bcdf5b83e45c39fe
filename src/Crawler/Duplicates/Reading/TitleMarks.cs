using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>
/// What in a title tells a course from its look-alikes: years, numbers of parts and editions, levels, whom it is for, foreign names (of tools, mostly) in a Ukrainian title, and whether it is a test, or a collection of courses or a book.
/// Each is a sorted list; empty where the title says nothing.
/// </summary>
internal sealed partial record TitleMarks(IReadOnlyList<string> Years, IReadOnlyList<string> Numbers, IReadOnlyList<string> Levels, IReadOnlyList<string> Audience, IReadOnlyList<string> Sizes, IReadOnlyList<string> Names, bool IsTest, bool IsCollection, bool IsRun, string CourseCode)
{
    private static readonly (string Stem, string Level)[] LevelStems =
    [
        ("початк", "basic"), ("базов", "basic"), ("елементарн", "basic"), ("beginner", "basic"), ("basic", "basic"), ("elementary", "basic"),
        ("середн", "middle"), ("intermediate", "middle"),
        ("поглибл", "advanced"), ("просунут", "advanced"), ("advanced", "advanced"), ("експерт", "advanced"), ("профі", "advanced"), ("досвідчен", "advanced"),
    ];

    // «Середньовічна фортифікація», «Профілактика вигорання»: words that only begin like a level.
    private static readonly string[] NoLevels = ["середньов", "середньоє", "середньоа", "профіл", "експертиз"];

    private static readonly (string Stem, string Number)[] Ordinals =
    [
        ("перш", "1"), ("друг", "2"), ("трет", "3"), ("четверт", "4"), ("п'ят", "5"), ("шост", "6"), ("first", "1"), ("second", "2"), ("third", "3"), ("one", "1"), ("two", "2"), ("three", "3"),
    ];

    private static readonly HashSet<string> Everybody = new(StringComparer.Ordinal) { "все", "весь", "всі", "усі", "кожний", "кожен", "початківець", "себе", "everyone", "all", "beginners", "beginner" };

    public static TitleMarks Of(string title, TextAnalysis analysis)
    {
        IReadOnlyList<string> sizes = [.. Size().Matches(title).Select(match => match.Groups["number"].Value).Distinct().Order(StringComparer.Ordinal)];
        var code = Code().Match(title).Groups["code"].Value.ToLowerInvariant();
        var isRun = Run().IsMatch(title) || StartDay().IsMatch(title);
        var years = Year().Matches(TextFolding.Fold(title)).SelectMany(match => Years4(match)).Distinct().Order(StringComparer.Ordinal).ToList();
        title = NameOf(title);
        var folded = TextFolding.Fold(title);
        var rest = Year().Replace(folded, " ");
        return new TitleMarks(
            years,
            [.. NumbersIn(rest, Year().Replace(title, " ")).Distinct().Order(StringComparer.Ordinal)],
            [.. LevelsIn(rest).Distinct().Order(StringComparer.Ordinal)],
            [.. AudienceIn(title, analysis).Distinct().Order(StringComparer.Ordinal)],
            sizes,
            [.. NamesIn(rest).Distinct().Order(StringComparer.Ordinal)],
            Test().IsMatch(folded),
            Collection().IsMatch(folded),
            isRun,
            code);
    }

    /// <summary>A title without the course's number before it («NAV1x Navigation»), without how long it takes («(30 годин)»), when it starts («, старт 10 березня») and which run it is («(осінь 2025)»): none is a part of the name.</summary>
    public static string NameOf(string title)
    {
        var name = title.AsSpan().ContainsAnyInRange('0', '9') ? Size().Replace(Code().Replace(title, ""), " ") : title;
        name = StartDay().Replace(name, "") is { } dateless && dateless.Any(char.IsLetter) ? dateless : name;
        return Run().Replace(name, "") is { } without && without.Any(char.IsLetter) ? without : name;
    }

    /// <summary>A level above the first; that a course is for beginners is often left unsaid, that it is not never is.</summary>
    public bool IsAboveBasic => Levels.Any(level => level is not ("basic" or "a1"));

    // «QGIS з нуля», «R з нуля»: what is written in other letters is what the course is on.
    private static IEnumerable<string> NamesIn(string folded) =>
        folded.AsSpan().ContainsAnyInRange('\u0400', '\u04FF') ? LatinName().Matches(folded).Select(match => match.Value) : [];

    private static IEnumerable<string> Years4(Match match)
    {
        yield return match.Groups["year"].Value;
        if (match.Groups["until"] is { Success: true } until)
        {
            yield return until.Length == 4 ? until.Value : match.Groups["year"].Value[..2] + until.Value;
        }
    }

    private static IEnumerable<string> NumbersIn(string folded, string title)
    {
        foreach (Match match in Number().Matches(folded))
        {
            yield return match.Value.Replace(',', '.').TrimStart('0') is { Length: > 0 } number ? Shortened(number) : "0";
        }

        foreach (var figure in Word().Matches(folded).Select(match => NumberWords.Figure(match.Value)).OfType<string>())
        {
            yield return figure;
        }

        foreach (Match match in Roman().Matches(title))
        {
            yield return RomanValue(match.Groups["roman"].Value).ToString(CultureInfo.InvariantCulture);
        }

        foreach (Match match in OrdinalPart().Matches(folded))
        {
            var word = match.Groups["ordinal"].Value;
            if (Array.Find(Ordinals, pair => word.StartsWith(pair.Stem, StringComparison.Ordinal)).Number is { } number)
            {
                yield return number;
            }
        }
    }

    private static string Shortened(string number) => number.EndsWith(".0", StringComparison.Ordinal) ? number[..^2] : number;

    private static IEnumerable<string> LevelsIn(string folded)
    {
        foreach (Match match in Word().Matches(folded))
        {
            foreach (var (stem, level) in LevelStems)
            {
                if (match.Value.StartsWith(stem, StringComparison.Ordinal) && !Array.Exists(NoLevels, begin => match.Value.StartsWith(begin, StringComparison.Ordinal)))
                {
                    yield return level;
                }
            }
        }

        foreach (Match match in EuropeanLevel().Matches(folded))
        {
            yield return match.Value.Replace('а', 'a').Replace('в', 'b').Replace('с', 'c');
        }
    }

    private static IEnumerable<string> AudienceIn(string title, TextAnalysis analysis)
    {
        foreach (Match match in For().Matches(title))
        {
            var terms = TitleWords.Places(analysis.Analyse(match.Groups["whom"].Value)).TakeWhile(word => !StopWords.Contains(word.Word) || Everybody.Overlaps(word.Terms)).Take(2).ToList();
            foreach (var word in terms.Where(word => !Everybody.Overlaps(word.Terms) && TitleWords.IsTelling(word)))
            {
                yield return word.Terms[0];
            }
        }
    }

    private static int RomanValue(string roman)
    {
        var (value, last) = (0, 0);
        foreach (var letter in roman.Reverse())
        {
            var digit = letter switch { 'I' or 'І' => 1, 'V' => 5, _ => 10 };
            value += digit < last ? -digit : digit;
            last = Math.Max(last, digit);
        }

        return value;
    }

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d\d)(?:\s*[/–—-]\s*(?<until>(?:20)?\d\d)(?!\d))?(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![\d.,])(?<number>\d{1,3}(?:[.,]\d)?)\s*(?:-\s*)?(?:(?:академічн\p{L}+|акад\.?)\s+)?(?:год(?:ин\p{L}?)?|г\.|hours?|hrs?|кредит\p{L}*|credits?|єктс|ects)(?!\p{L})\.?(?:\s*(?:єктс|ects)(?!\p{L}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    [GeneratedRegex(@"(?<!\p{L})\d+(?:[.,]\d+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // At least two words follow: «NAV1x Marine Navigation», but not «HTML5 для вчителя».
    [GeneratedRegex(@"^\s*(?<code>[A-ZА-ЯІЇЄҐ]{2,8}(?:-[A-Z]{1,4})?(?:[-_.]?\d{1,4}(?:\.\d+)?[A-Za-z]?|\s\d{1,3}(?=[:.]\s)))(?:\s*[:.]\s*(?=\p{L})|\s+(?=\p{Lu}\p{Ll}+(?:\s+\p{L}+)*\s+\p{L}{4}))", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    // A single I is a number only beside a word that counts, or at the end.
    [GeneratedRegex(@"(?<![\p{L}\d])(?:(?<roman>[IІ]{2,3}|[IІ]?[VХX][IІ]{0,3}|[IІ]V)(?![\p{L}\d'’])|(?<=(?:[Чч]астина|[Чч]\.|[Мм]одуль|[Рр]івень|[Сс]еместр|[Рр]озділ|[Тт]ом|[Pp]art|[Mm]odule|[Ll]evel)\s*)(?<roman>[IІ])(?![\p{L}\d'’])|(?<roman>[IІ])(?=\s+(?:частина|модуль|рівень|семестр|розділ|ступінь))|(?<roman>[IІ])(?=\s*\z|\s*[:–—]\s))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Roman();

    [GeneratedRegex(@"(?<ordinal>\p{L}[\p{L}']+)\s+(?:частин|модул|рівен|рівн|семестр|розділ|том|етап|курс|клас|part|module|level)|(?:частин\p{L}|модул\p{L}|рівен\p{L}|part|module|level)\s+(?<ordinal>\p{L}[\p{L}']+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OrdinalPart();

    [GeneratedRegex(@"(?<![\p{L}\d])[abcавс][12](?:\+)?(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex EuropeanLevel();

    [GeneratedRegex(@"\p{L}[\p{L}'-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<!\p{L})(?:для|for)\s+(?<whom>[\p{L}][\p{L}'’ -]{2,60})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex For();

    [GeneratedRegex(@"\b(?:добірк\p{L}*|підбірк\p{L}*|дайджест\p{L}*|огляд\s+курсів|спеціалізаці\p{L}+|specialization|specialisation|bundle|collection|playlist|handbook|workbook|textbook|порадник\p{L}*|посібник\p{L}*|довідник\p{L}*|підручник\p{L}*|хрестоматі\p{L}+|збірник\p{L}*|learning\s+path|career\s+path|microdegree|professional\s+certificate|(?:\d+|п'ять|сім|десять|кілька|усі|всі)\s+(?:\p{L}+\s+){0,2}(?:курс(?:ів|и)|courses|вебінарів|серіал(?:ів|и)))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Collection();

    [GeneratedRegex(@"(?<!\p{L})(?:тест(?:и|у|ів|ування)?|підсумков\p{L}+|іспит\p{L}*|екзамен\p{L}*|залік\p{L}*|контрольн\p{L}+|опитування|анкет\p{L}*|олімпіад\p{L}*|quiz|exam|test|assessment(?=\s*(?:\z|[:(|\[–—])))(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Test();

    [GeneratedRegex(@"(?<![\w-])[a-z][a-z+#.]*(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex LatinName();

    [GeneratedRegex(@"\s*(?:[,(–—|-]\s*)?(?<!\p{L})(?:старт\p{L}*|почат\p{L}+|набір|запуск|з|із|від|до|on|from|starts?|starting|begins?)\s+(?:\d{1,2}(?:\s*(?:[–—-]|до|по|to)\s*\d{1,2})?\s+(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}(?!\d))(?:,?\s+20\d\d(?:\s+року)?)?\)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StartDay();

    // «(осінь 2025)», «[archived run, 1T2024]», «— зимовий потік».
    [GeneratedRegex(@"\s*(?:[(\[][^()\[\]]*(?<!\p{L})(?:осін|весн|весня|зим|літо|літн|літа|spring|summer|autumn|fall(?!\p{L})|winter|archived|архів|потік|семестр|запуск|runs?(?!\p{L})|cohort|\dT20\d\d)[^()\[\]]*[)\]]|\s[–—-]\s+(?:(?:весняний|осінній|зимовий|літній|новий|\d{1,2}-?й|\p{L}+ий)\s+(?:потік|запуск|семестр)|(?:spring|summer|autumn|fall|winter)(?:\s+(?:run|cohort|term|session))?)(?:\s+20\d\d)?)\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}
