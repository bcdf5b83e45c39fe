using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Platforms.Folder;

/// <summary>Which column of a table holds which member of a listing, by the names that tables have in Ukrainian and English. A unit may stand behind the name: «Тривалість, тижнів».</summary>
internal sealed partial class CsvColumns
{
    // Member: names, already in the form that Bare gives.
    private static readonly FrozenDictionary<string, string> Members = Table(
        ("id", "id|код|код курсу|ідентифікатор|course id|identifier|номер|course code"),
        ("title", "title|name|course|course name|course title|назва|назва курсу|курс|найменування|найменування курсу|тема"),
        ("url", "url|link|address|web address|course url|посилання|посилання на курс|адреса|адреса курсу|вебадреса|веб адреса|сторінка курсу|лінк"),
        ("summary", "summary|short description|abstract|короткий опис|анотація|коротко"),
        ("description", "description|опис|опис курсу|зміст|про курс"),
        ("language", "language|lang|мова|мова курсу|мова навчання|мова викладання"),
        ("subtitles", "subtitles|subtitle languages|субтитри|мови субтитрів|мова субтитрів"),
        ("provider", "provider|platform|платформа|провайдер|портал"),
        ("publisher", "publisher|institution|organisation|organization|установа|організація|організатор|заклад|заклад освіти|видавець|університет"),
        ("authors", "authors|author|teacher|teachers|instructor|instructors|автор|автори|викладач|викладачі|лектор|лектори|тренер|тренери"),
        ("keywords", "keywords|tags|ключові слова|теги|мітки"),
        ("subjects", "subjects|subject|category|categories|topic|topics|категорія|категорії|тематика|рубрика|напрям|напрямок|галузь"),
        ("level", "level|difficulty|рівень|рівень складності|складність"),
        ("price", "price|cost|ціна|вартість"),
        ("currency", "currency|валюта"),
        ("access", "access|доступ"),
        ("mode", "mode|pace|режим|темп"),
        ("credential", "credential|certificate|сертифікат|документ|документ про завершення"),
        ("tutor", "tutor|mentor|tutor support|тьютор|ментор|супровід|підтримка|підтримка тьютора"),
        ("tutorNote", "tutor note|tutornote|контакт тьютора|хто допомагає"),
        ("workload", "workload|hours|effort|обсяг|години|годин|кількість годин|навантаження|обсяг курсу"),
        ("duration", "duration|length|тривалість|тривалість курсу|строк|термін"),
        ("licence", "licence|license|ліцензія"),
        ("start", "start|start date|starts|початок|дата початку|старт"),
        ("end", "end|end date|ends|завершення|кінець|дата завершення|дата закінчення"),
        ("enrolmentStart", "enrolment start|enrollment start|registration start|початок реєстрації|реєстрація з"),
        ("enrolmentEnd", "enrolment end|enrollment end|registration end|deadline|кінець реєстрації|завершення реєстрації|реєстрація до"),
        ("image", "image|picture|cover|зображення|обкладинка|картинка"),
        ("competences", "competences|competencies|digcomp|digcomp 2 2|digcomp 3 0|компетентності|цифрові компетентності|компетентності digcomp"));

    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private CsvColumns(IReadOnlyList<string> header)
    {
        Header = header;
        for (var i = 0; i < header.Count; i++)
        {
            if (Members.GetValueOrDefault(Bare(header[i])) is { } member || Members.TryGetValue(Bare(Name().Match(header[i]).Value), out member)) places.TryAdd(member, i);
        }
    }

    public IReadOnlyList<string> Header { get; }

    public int Known => places.Count;

    /// <summary>Without these two there is no listing.</summary>
    public bool AreEnough => places.ContainsKey("title") && places.ContainsKey("url");

    /// <summary>The parting sign and the columns of a header; of several signs the one that gives most columns.</summary>
    public static (char Delimiter, CsvColumns Columns) Of(string header) => Delimiters
        .Select(delimiter =>
        {
            var parts = new CsvRowParts(delimiter);
            parts.Add(header);
            return (delimiter, Columns: new CsvColumns([.. parts.Fields]));
        })
        .OrderByDescending(one => one.Columns.Known)
        .ThenByDescending(one => one.Columns.Header.Count)
        .First();

    /// <summary>The field of a member; null where the table has no such column, and where the field is empty.</summary>
    public string? Of(string member, IReadOnlyList<string> fields) =>
        places.TryGetValue(member, out var place) && fields[place].Length > 0 ? fields[place] : null;

    /// <summary>What the header says besides the member's name, such as a unit; empty where nothing.</summary>
    public string Unit(string member) =>
        places.TryGetValue(member, out var place) && Name().Match(Header[place]) is { Success: true } name && name.Length < Header[place].Length
            ? Header[place][name.Length..].Trim(' ', ',', '(', ')', '[', ']', ':')
            : "";

    // «Назва_курсу*» and «НАЗВА КУРСУ» are one name.
    private static string Bare(string name) => Sign().Replace(name.ToLowerInvariant(), " ").Trim();

    private static FrozenDictionary<string, string> Table(params (string Member, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split('|').Append(Bare(row.Member)).Distinct().Select(name => KeyValuePair.Create(name, row.Member))).ToFrozenDictionary(StringComparer.Ordinal);

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex Sign();

    [GeneratedRegex(@"^[^,(\[:]+")]
    private static partial Regex Name();
}
