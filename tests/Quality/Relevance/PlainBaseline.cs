using System.Text.RegularExpressions;

namespace DcCourseIndex.Quality.Relevance;

/// <summary>What search is without knowing the language: lower-cased words and BM25 (k1 1.2, b 0.75) over title and summary as one text. Any word fits.</summary>
internal sealed partial class PlainBaseline
{
    private readonly List<(string Id, Dictionary<string, int> Words, int Length)> _courses;
    private readonly Dictionary<string, int> _having = new(StringComparer.Ordinal);
    private readonly double _meanLength;

    public PlainBaseline(IEnumerable<(string Id, string Text)> courses)
    {
        _courses = [.. courses.Select(course =>
        {
            var words = Words(course.Text);
            return (course.Id, words.GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal), words.Count);
        })];
        foreach (var word in _courses.SelectMany(course => course.Words.Keys))
        {
            _having[word] = _having.GetValueOrDefault(word) + 1;
        }

        _meanLength = _courses.Average(course => (double)course.Length);
    }

    public Ranking Search(string query)
    {
        var words = Words(query).Distinct(StringComparer.Ordinal).Where(_having.ContainsKey).ToList();
        string[] ids = [.. _courses.Select(course => (course.Id, Score: words.Sum(word => Score(word, course.Words, course.Length))))
            .Where(hit => hit.Score > 0).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal).Take(10).Select(hit => hit.Id)];
        return new(ids, ids.Length == 0);
    }

    private double Score(string word, Dictionary<string, int> course, int length)
    {
        var often = course.GetValueOrDefault(word);
        var rarity = Math.Log(1 + ((_courses.Count - _having[word] + 0.5) / (_having[word] + 0.5)));
        return rarity * often * 2.2 / (often + (1.2 * (0.25 + (0.75 * length / _meanLength))));
    }

    private static List<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex(@"[\w'’ʼ]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
