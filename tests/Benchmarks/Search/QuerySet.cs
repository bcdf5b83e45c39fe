using DcCourseIndex.Indexer;

namespace DcCourseIndex.Benchmarks.Search;

/// <summary>Two hundred queries of ten kinds, each with none to three filters.</summary>
internal static class QuerySet
{
    public static IReadOnlyList<(string Kind, CourseQuery Query)> Make(int seed, InventedWords words, IReadOnlyList<(string Title, string Summary)> some)
    {
        var random = new Random(seed + 1);
        List<(string, CourseQuery)> queries = [];
        Add("rare", () => Word(5_000, 20_000));
        Add("medium", () => Word(300, 3_000));
        Add("common", () => Word(5, 100));
        Add("two words", () => $"{Word(20, 1_000)} {Word(20, 1_000)}");
        Add("three words", () => $"{Word(10, 300)} {Word(10, 300)} {Word(10, 300)}");
        Add("phrase", () => $"\"{string.Join(' ', Course().Title.Split(' ').Take(2))}\"");
        Add("from a text", () => string.Join(' ', Course().Summary.Split(' ').Skip(3).Take(4)));
        Add("prefix", () => Word(50, 5_000)[..4] + "*");
        Add("any word", () => $"{Word(15_000, 25_000)} {Word(15_000, 25_000)} {Word(100, 1_000)}");
        Add("everything", () => "");
        return queries;

        void Add(string kind, Func<string> text)
        {
            for (var i = 0; i < 20; i++)
            {
                queries.Add((kind, new CourseQuery { Text = text(), Filters = Filters(i % 4), Limit = 10 }));
            }
        }

        string Word(int from, int to) => words.At(random.Next(from, to));

        (string Title, string Summary) Course() => some[random.Next(some.Count)];

        Dictionary<Facet, IReadOnlyList<string>> Filters(int count)
        {
            (Facet, string[])[] all =
            [
                (Facet.Language, ["uk"]), (Facet.Price, ["free", "unknown"]), (Facet.Area, ["1", "2"]), (Facet.Provider, ["Портал 1", "Портал 2"]), (Facet.Level, ["foundation"]),
            ];
            random.Shuffle(all);
            return all.Take(count).ToDictionary(filter => filter.Item1, filter => (IReadOnlyList<string>)filter.Item2);
        }
    }
}
