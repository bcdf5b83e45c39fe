using System.Diagnostics;
using System.Text.Json;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Benchmarks.Search;

/// <summary>
/// The limit of the machine: the same postings and facts as plain arrays, gone through from one end to the other. All words of a query wanted (any where no course has all), weights added,
/// filters by column, all facets counted, the ten best kept. No text is read, nothing is ranked beside the words, no phrase is looked at.
/// </summary>
internal static class PlainScan
{
    private const int Hits = 10;

    public static void Measure(string folder, TextAnalysis analysis, IReadOnlyList<(string Kind, CourseQuery Query)> queries, int courses, int rounds)
    {
        var (postings, facts, tokens) = Load(folder);
        List<double> times = [];
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (_, query) in queries)
            {
                var words = Tokens(query.Text, analysis, tokens);
                var allowed = query.Filters.Select(filter => (Column: FacetKeys.Column(filter.Key), Codes: Allowed(filter.Key, filter.Value, facts))).ToArray();
                var start = Stopwatch.GetTimestamp();
                Scan(postings, facts, words, allowed);
                if (round > 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        SearchBenchmark.Print("plain scan", [.. times]);
        Console.WriteLine(JsonSerializer.Serialize(new { benchmark = "plain scan", courses, p50 = SearchBenchmark.At([.. times], 0.5), p95 = SearchBenchmark.At([.. times], 0.95), p99 = SearchBenchmark.At([.. times], 0.99), loadAverage = SearchBenchmark.LoadAverage() }));
    }

    private static int Scan(Segment postings, Facts facts, List<int[]> words, (int Column, bool[] Codes)[] filters)
    {
        var (scores, having) = (new float[facts.Limit], new byte[facts.Limit]);
        foreach (var word in words)
        {
            foreach (var token in word)
            {
                var list = postings.Of(token);
                for (var at = 0; at < list.Docs.Length; at++)
                {
                    scores[list.Docs[at]] += list.Weights[at];
                    having[list.Docs[at]]++;
                }
            }
        }

        var total = Count(facts, scores, having, words.Count, filters);
        return total > 0 || words.Count < 2 ? total : Count(facts, scores, having, 1, filters);
    }

    private static int Count(Facts facts, float[] scores, byte[] having, int least, (int Column, bool[] Codes)[] filters)
    {
        var counts = Array.ConvertAll(facts.Keys, keys => new int[keys.Length]);
        Span<float> best = stackalloc float[Hits];
        var total = 0;
        foreach (var doc in facts.Living)
        {
            if (having[doc] < least)
            {
                continue;
            }

            // One filter may fail: then the course counts for that filter's own facet.
            var (failed, own) = (0, -1);
            foreach (var (column, codes) in filters)
            {
                (failed, own) = codes[facts.Columns[column][doc]] ? (failed, own) : (failed + 1, column);
            }

            if (failed == 1)
            {
                counts[own][facts.Columns[own][doc]]++;
            }
            else if (failed == 0)
            {
                total++;
                for (var column = 0; column < counts.Length; column++)
                {
                    counts[column][facts.Columns[column][doc]]++;
                }

                if (scores[doc] > best[^1])
                {
                    best[^1] = scores[doc];
                    best.Sort(static (one, other) => other.CompareTo(one));
                }
            }
        }

        return total;
    }

    private static (Segment, Facts, TokenMap) Load(string folder)
    {
        using var connection = new ReadConnection(folder);
        var (position, seq) = connection.Begin();
        var snapshots = new Snapshots();
        var table = snapshots.At(connection, position, seq)!.Facts;
        var postings = Folding.Fold(SegmentList.Living(SegmentRows.Read(connection.Statement).Select(row => SegmentFile.Read(Path.Combine(folder, row.File))!)));
        var columns = Enumerable.Range(0, FacetKeys.Columns).Select(column => Enumerable.Range(0, table.Limit).Select(doc => table.Code(doc, column)).ToArray()).ToArray();
        int[] living = [.. Enumerable.Range(0, table.Limit).Where(table.Lives)];
        return (postings, new(table.Limit, living, columns, Array.ConvertAll(table.Keys, keys => keys.ToArray())), snapshots.Tokens);
    }

    private static List<int[]> Tokens(string text, TextAnalysis analysis, TokenMap tokens) =>
        [.. analysis.Analyse(text.TrimEnd('*')).Select(token => tokens.Of(token.Terms))];

    private static bool[] Allowed(Facet facet, IReadOnlyList<string> wanted, Facts facts) =>
        Array.ConvertAll(facts.Keys[FacetKeys.Column(facet)], key => facet == Facet.Area ? key.Split(' ').Any(code => wanted.Contains(code.Split('.')[0])) : wanted.Contains(key));

    private sealed record Facts(int Limit, int[] Living, int[][] Columns, string[][] Keys);
}
