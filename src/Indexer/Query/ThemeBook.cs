using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Indexer.Query;

/// <summary>Finds the themes of which a query speaks.</summary>
internal sealed class ThemeBook
{
    private const int Most = 3;

    // By eight sets of judged queries; halves and doubles of these two differ by a thousandth.
    private const float Least = 0.5f;
    private const float HalfSure = 0.7f;

    private const float LeastOfBest = 0.5f;

    private readonly Dictionary<string, List<(Theme Theme, ThemeWord Word)>> _byFirstTerm = new(StringComparer.Ordinal);
    private readonly AlikeExpressions _alike = new();

    public ThemeBook(IReadOnlyList<IReadOnlyList<string>> themes, TextAnalysis analysis)
    {
        var read = themes.Select(theme => theme.Select(words => Places.Of(analysis.Analyse(words))).Where(places => places.Count > 0).DistinctBy(Key).ToList()).ToList();
        var having = read.SelectMany(theme => theme.Select(Key)).CountBy(key => key).ToDictionary(StringComparer.Ordinal);
        foreach (var words in read)
        {
            var theme = new Theme(words.ConvertAll(places => new ThemeWord([.. places.Select(place => Places.Meant(place.Word, place.Terms))], Weight(having[Key(places)], read.Count))));
            foreach (var (word, places) in theme.Words.Zip(words))
            {
                _alike.Add(string.Concat(places.Select(place => place.Word)), theme, word.Weight);
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
        var said = Said([.. query.Units.SelectMany(unit => unit.Meant)], [.. query.Units.SelectMany(unit => unit.Words)]);
        var least = Math.Max(Least, LeastOfBest * said.Values.DefaultIfEmpty().Max());
        var themes = said.Where(theme => theme.Value >= least).OrderByDescending(theme => theme.Value).Take(Most).ToList();
        var all = themes.Sum(theme => theme.Value);
        return themes.ConvertAll(theme => new FoundTheme(theme.Key, theme.Value / (HalfSure + all)));
    }

    // What the words of the query say for each theme; of those that begin at one place the best. A word that no expression has may be one of them in disguise.
    private Dictionary<Theme, float> Said(List<IReadOnlyList<string>> query, List<string> words)
    {
        var said = new Dictionary<Theme, float>();
        var covered = 0;
        for (var at = 0; at < query.Count; at++)
        {
            var here = query[at].SelectMany(term => _byFirstTerm.GetValueOrDefault(term) ?? []).Where(found => Stands(found.Word.Places, query, at)).ToList();
            covered = Math.Max(covered, at + here.Select(found => found.Word.Places.Count).DefaultIfEmpty().Max());
            foreach (var theme in (at < covered || StopWords.Contains(words[at]) ? here.Select(found => (found.Theme, found.Word.Weight)) : _alike.Of(words[at])).GroupBy(found => found.Theme))
            {
                said[theme.Key] = said.GetValueOrDefault(theme.Key) + theme.Max(found => found.Weight);
            }
        }

        return said;
    }

    private static float Weight(int having, int all) => 1 - (MathF.Log(having) / MathF.Log(all + 1));

    private static bool Stands(IReadOnlyList<IReadOnlyList<string>> places, List<IReadOnlyList<string>> query, int at) =>
        at + places.Count <= query.Count && places.Index().All(place => place.Item.Any(query[at + place.Index].Contains));

    private static string Key(IReadOnlyList<AnalysedToken> places) => string.Join('|', places.Select(place => Places.Key(Places.Meant(place.Word, place.Terms))));
}
