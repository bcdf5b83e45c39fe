using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Quality;

/// <summary><c>words FILE.tsv</c>: pairs of words that a searcher wants to be one (conflate) or two (apart), as the text analysis treats them.</summary>
internal static class WordsCommand
{
    private const string Conflate = "conflate";

    public static int Run(string[] args)
    {
        var line = new CommandLine(args);
        if (line.Files is not [var file])
        {
            Console.Error.WriteLine("Usage: words FILE.tsv [--dictionary none|auto|PATH] [--misses yes]; a line is conflate|apart, word, word, kind, note, with tabs between them.");
            return 2;
        }

        var analysis = TextAnalysis.Load(line.Dictionary);
        var pairs = File.ReadLines(file).Where(text => text.Length > 0).Select(text => Pair.Read(text, analysis)).ToList();
        Console.WriteLine($"Dictionary: {analysis.Dictionary}");
        foreach (var kind in pairs.GroupBy(pair => (pair.Wanted, pair.Kind)).OrderBy(kind => kind.Key))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Key.Wanted,-9} {kind.Key.Kind,-28} {kind.Count(pair => pair.IsRight),4} of {kind.Count(),4}"));
        }

        if (line.Option("misses") is not null)
        {
            foreach (var miss in pairs.Where(pair => !pair.IsRight))
            {
                Console.WriteLine($"{miss.Wanted}: {miss.One} ~ {miss.Other} ({miss.Kind})");
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new { pairs = pairs.Count, right = Math.Round((double)pairs.Count(pair => pair.IsRight) / pairs.Count, 4), conflate = Share(Conflate), apart = Share("apart") }));
        return 0;

        double Share(string wanted) => Math.Round((double)pairs.Count(pair => pair.Wanted == wanted && pair.IsRight) / pairs.Count(pair => pair.Wanted == wanted), 4);
    }

    private sealed record Pair(string Wanted, string One, string Other, string Kind, bool IsRight)
    {
        public static Pair Read(string text, TextAnalysis analysis)
        {
            var fields = text.Split('\t');
            var (one, other) = (analysis.Analyse(fields[1]), analysis.Analyse(fields[2]));
            return new(fields[0], fields[1], fields[2], fields[3], (Finds(one, other) || Finds(other, one)) == (fields[0] == Conflate));
        }

        // As a search does: each place of the query stands in the text, in any of its readings.
        private static bool Finds(IReadOnlyList<AnalysedToken> query, IReadOnlyList<AnalysedToken> text)
        {
            var terms = text.SelectMany(token => token.Terms).ToHashSet(StringComparer.Ordinal);
            return query.Count > 0 && query.GroupBy(token => token.Position).All(place => place.Any(token => token.Terms.Any(terms.Contains)));
        }
    }
}
