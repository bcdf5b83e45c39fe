using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.HelpPlaces;

/// <summary>The towns that a search may begin in: those of the list of places, which lie amid their places, and the centres of the regions.</summary>
internal sealed class Towns
{
    // Centres of the regions of Ukraine, to a hundredth of a degree: enough to say which place is nearest.
    private static readonly Town[] Centres =
    [
        new("Київ", 50.45, 30.52), new("Вінниця", 49.23, 28.47), new("Дніпро", 48.46, 35.04), new("Донецьк", 48.00, 37.80), new("Житомир", 50.25, 28.66),
        new("Запоріжжя", 47.84, 35.14), new("Івано-Франківськ", 48.92, 24.71), new("Кропивницький", 48.51, 32.26), new("Луганськ", 48.57, 39.31), new("Луцьк", 50.75, 25.33),
        new("Львів", 49.84, 24.03), new("Миколаїв", 46.97, 32.00), new("Одеса", 46.48, 30.73), new("Полтава", 49.59, 34.55), new("Рівне", 50.62, 26.25),
        new("Севастополь", 44.60, 33.52), new("Сімферополь", 44.95, 34.10), new("Суми", 50.91, 34.80), new("Тернопіль", 49.55, 25.59), new("Ужгород", 48.62, 22.29),
        new("Харків", 49.99, 36.23), new("Херсон", 46.64, 32.62), new("Хмельницький", 49.42, 26.99), new("Черкаси", 49.44, 32.06), new("Чернівці", 48.29, 25.94),
        new("Чернігів", 51.50, 31.29),
    ];

    private readonly Dictionary<string, Town> byName = new(StringComparer.Ordinal);

    public Towns(IEnumerable<HelpPlace> places)
    {
        foreach (var town in places.Where(place => place.Town is not null).GroupBy(place => Key(place.Town!), StringComparer.Ordinal))
        {
            var lying = town.Where(place => place.Lat is not null).ToList();
            var known = Array.Find(Centres, centre => Key(centre.Name!) == town.Key);
            Add(lying.Count == 0
                ? new(town.First().Town, known?.Lat, known?.Lon)
                : new(town.First().Town, Mean(lying.Select(place => place.Lat)), Mean(lying.Select(place => place.Lon))));
        }
        foreach (var centre in Centres)
            Add(centre);
    }

    /// <summary>By its name in Ukrainian or in Latin letters, without «м.» or «смт»; null where there is none.</summary>
    public Town? Find(string name) => byName.GetValueOrDefault(Key(name));

    /// <summary>The known name that is most like a mistyped one; null where none is.</summary>
    public string? Nearest(string name) => NearestWord.Of(Key(name), byName.Keys) is { } key ? byName[key].Name : null;

    /// <summary>Two names of one town have one key.</summary>
    public static string Key(string name)
    {
        var folded = TextFolding.Fold(name.Trim());
        var start = Array.Find(["м. ", "м.", "місто ", "смт ", "смт. ", "с. ", "село "], start => folded.StartsWith(start, StringComparison.Ordinal))?.Length ?? 0;
        return folded[start..].Trim();
    }

    // To a metre; more digits would only look exact.
    private static double? Mean(IEnumerable<double?> degrees) => degrees.Average() is { } mean ? Math.Round(mean, 5) : null;

    private void Add(Town town)
    {
        if (byName.TryAdd(Key(town.Name!), town))
            byName.TryAdd(Key(Transliteration.ToLatin(town.Name!)), town);
    }
}
