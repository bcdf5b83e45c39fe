using System.Text.RegularExpressions;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// Whether a typed text looks as if it told who somebody is: an address of mail, a number as long as a telephone's or a document's, a patronymic,
/// a first name beside another word that may be a surname. It rather takes a harmless text for a person's than the reverse: such a text is only not counted.
/// </summary>
public static partial class PersonalText
{
    private const int DigitsOfANumber = 7;
    private const int MostWordsOfAName = 4;

    private static readonly HashSet<string> FirstNames = new(
        ("олександр олександра андрій богдан богдана валентин валентина василь віктор вікторія віталій володимир галина ганна григорій дарина денис дмитро євген євгенія "
        + "іван іванна ігор інна ірина катерина кирило костянтин ксенія лариса леся любов людмила максим марина марія марта микола михайло надія назар наталія наталя ніна "
        + "оксана олег олександрія олексій олена ольга павло петро роман руслан світлана сергій соломія софія степан тарас тетяна федір христина юлія юрій ярослав ярослава яна "
        + "john mary james anna peter maria michael olena ivan andrii oksana").Split(' '), StringComparer.Ordinal);

    /// <summary>True where the text is not to be kept.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Contains('@', StringComparison.Ordinal) || text.Count(char.IsAsciiDigit) >= DigitsOfANumber)
        {
            return true;
        }

        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();
        return words.Any(word => Patronymic().IsMatch(word))
            || (words.Count is > 1 and <= MostWordsOfAName && words.Any(word => FirstNames.Contains(word) || FirstNames.Contains(Nominative(word))) && words.Any(word => Surname().IsMatch(word)));
    }

    // «івана», «оксани», «оксану»: near enough, since only known names count.
    private static string Nominative(string word) => word.Length < 4 ? word : word[^1] switch
    {
        'а' or 'у' => word[..^1],
        'и' or 'і' => word[..^1] + 'а',
        'ю' or 'я' => word[..^1] + 'й',
        _ => word,
    };

    [GeneratedRegex(@"[\p{L}'’ʼ-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:ович|йович|івна|ївна)(?:а|у|ем|и|і|ою|ів)?\z|(?:івн|ївн)(?:и|і|у|ою)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Patronymic();

    [GeneratedRegex(@"(?:енк|чук|щук|ськ|цьк|зьк|юк|як|ак|ів|ко|ич|ин|ук|ль|ик|ar|ko|uk|yk|iv|ov|ev|yi|ii|son|man|er|th|ley)\p{L}{0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Surname();
}
