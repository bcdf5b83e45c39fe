using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Indexer.Query;

/// <summary>Finds the themes of which a query speaks.</summary>
internal sealed class ThemeBook
{
    private const int Most = 3;

    // By nine sets of judged queries; halves and doubles of these figures differ by a thousandth.
    private const float Least = 0.5f;
    private const float LeastOfBest = 0.5f;
    private const float HalfSure = 0.7f;

    private readonly Dictionary<string, List<(Theme Theme, ThemeWord Word)>> _byFirstTerm = new(StringComparer.Ordinal);

    public ThemeBook(IReadOnlyList<IReadOnlyList<string>> themes, TextAnalysis analysis)
    {
        var read = themes.Select(theme => theme.Select(words => Meant(words, analysis)).Where(places => places.Count > 0).DistinctBy(Key).ToList()).ToList();
        var having = read.SelectMany(theme => theme.Select(Key)).CountBy(key => key).ToDictionary(StringComparer.Ordinal);
        foreach (var theme in read.Select(words => new Theme(words.ConvertAll(places => new ThemeWord(places, Weight(having[Key(places)], read.Count))))))
        {
            foreach (var word in theme.Words)
            {
                foreach (var term in word.Places[0])
                {
                    (_byFirstTerm.TryGetValue(term, out var list) ? list : _byFirstTerm[term] = []).Add((theme, word));
                }
            }
        }
    }

    /// <summary>The themes of a query, the surest first; none where its words say too little.</summary>
    public IReadOnlyList<FoundTheme> Of(ReadQuery query)
    {
        var said = Said([.. query.Units.SelectMany(unit => unit.Meant)]);
        var least = Math.Max(Least, LeastOfBest * said.Values.DefaultIfEmpty().Max());
        var themes = said.Where(theme => theme.Value >= least).OrderByDescending(theme => theme.Value).Take(Most).ToList();
        var all = themes.Sum(theme => theme.Value);
        return themes.ConvertAll(theme => new FoundTheme(theme.Key, theme.Value / (HalfSure + all)));
    }

    // What the words of the query say for each theme; of those that begin at one place the best.
    private Dictionary<Theme, float> Said(List<IReadOnlyList<string>> query)
    {
        var said = new Dictionary<Theme, float>();
        for (var at = 0; at < query.Count; at++)
        {
            var here = query[at].SelectMany(term => _byFirstTerm.GetValueOrDefault(term) ?? []).Where(found => Stands(found.Word.Places, query, at));
            foreach (var theme in here.GroupBy(found => found.Theme))
            {
                said[theme.Key] = said.GetValueOrDefault(theme.Key) + theme.Max(found => found.Word.Weight);
            }
        }

        return said;
    }

    private static float Weight(int having, int all) => 1 - (MathF.Log(having) / MathF.Log(all + 1));

    private static bool Stands(IReadOnlyList<IReadOnlyList<string>> places, List<IReadOnlyList<string>> query, int at) =>
        at + places.Count <= query.Count && places.Index().All(place => place.Item.Any(query[at + place.Index].Contains));

    private static List<IReadOnlyList<string>> Meant(string words, TextAnalysis analysis) =>
        [.. Places.Of(analysis.Analyse(words)).Select(place => Places.Meant(place.Word, place.Terms))];

    private static string Key(IReadOnlyList<IReadOnlyList<string>> places) => string.Join('|', places.Select(Places.Key));
}
