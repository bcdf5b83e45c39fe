using System.Collections.Frozen;
using System.Text.RegularExpressions;
using DcCourseIndex.Crawler.Platforms.Folder;

namespace DcCourseIndex.Crawler.HelpPlaces;

/// <summary>Which column of a table of places holds what, by the names that such tables have in Ukrainian and English. Columns of other names are left alone.</summary>
internal sealed partial class PlaceColumns
{
    private static readonly FrozenDictionary<string, string> Members = new (string Member, string Names)[]
    {
        ("name", "name|title|place|назва|назва хабу|назва закладу|заклад|місце"),
        ("kind", "kind|type|вид|тип|тип закладу"),
        ("address", "address|street|адреса|вулиця|поштова адреса"),
        ("town", "town|city|settlement|місто|населений пункт|громада|село"),
        ("region", "region|oblast|область|регіон"),
        ("lat", "lat|latitude|широта"),
        ("lon", "lon|lng|long|longitude|довгота"),
        ("point", "coordinates|point|geo|координати|точка"),
        ("hours", "hours|opening hours|open|години|графік|графік роботи|години роботи|розклад"),
        ("mentor", "mentor|tutor|ментор|наставник|тьютор|є ментор|супровід"),
        ("contact", "contact|contacts|phone|e mail|email|контакт|контакти|телефон"),
        ("website", "website|site|web|url|link|сайт|вебсайт|сторінка|посилання"),
        ("languages", "languages|language|мови|мова"),
    }.SelectMany(row => row.Names.Split('|').Select(name => KeyValuePair.Create(name, row.Member))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly char[] Delimiters = [';', ',', '\t'];

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private PlaceColumns(IReadOnlyList<string> header)
    {
        Header = header;
        for (var i = 0; i < header.Count; i++)
        {
            if (Members.GetValueOrDefault(Sign().Replace(header[i].ToLowerInvariant(), " ").Trim()) is { } member)
            {
                places.TryAdd(member, i);
            }
        }
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>Without these nobody finds the place.</summary>
    public bool AreEnough => places.ContainsKey("name") && (places.ContainsKey("town") || places.ContainsKey("address"));

    /// <summary>The parting sign and the columns of a header; of several signs the one that gives most columns.</summary>
    public static (char Delimiter, PlaceColumns Columns) Of(string header) => Delimiters
        .Select(delimiter =>
        {
            var parts = new CsvRowParts(delimiter);
            parts.Add(header);
            return (delimiter, Columns: new PlaceColumns([.. parts.Fields]));
        })
        .OrderByDescending(one => one.Columns.places.Count)
        .ThenByDescending(one => one.Columns.Header.Count)
        .First();

    /// <summary>The field of a member; null where the table has no such column, and where the field is empty.</summary>
    public string? Of(string member, IReadOnlyList<string> fields) => places.TryGetValue(member, out var place) && fields[place].Length > 0 ? fields[place] : null;

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex Sign();
}
