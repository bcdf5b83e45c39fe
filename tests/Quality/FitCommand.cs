using System.Globalization;
using DcCourseIndex.Catalog.DigComp.Scoring;

namespace DcCourseIndex.Quality;

/// <summary><c>fit FILE.jsonl…</c>: finds the numbers of <see cref="Judge"/> and tells, by leaving a fifth out at a time, what they reach on listings that they were not fitted to.</summary>
internal static class FitCommand
{
    private sealed record Pair(int Listing, string Code, double[] Features, bool Right, bool Possible);

    public static int Run(string[] args)
    {
        var line = new CommandLine(args);
        var (tagger, _) = TaggerLoading.Load(line);
        var listings = line.Files.SelectMany(LabelledListing.Read).ToList();
        var pairs = listings.SelectMany((listing, i) => tagger.Measure(listing.ToText())
            .Select(one => new Pair(i, one.Code, one.Features.ToArray(), listing.Competences.Contains(one.Code), one.Features.HasWords))).ToList();
        var possible = pairs.Where(pair => pair.Possible).ToList();

        var whole = Logistic.Fit([.. possible.Select(pair => (pair.Features, pair.Right))]);
        Console.WriteLine($"Bias {whole[^1].ToString("0.000", CultureInfo.InvariantCulture)}");
        Console.WriteLine($"Weights [{string.Join(", ", whole[..^1].Select(weight => weight.ToString("0.000", CultureInfo.InvariantCulture)))}]  ({string.Join(", ", Features.Names)})");

        var outside = new Dictionary<Pair, double>();
        for (var fold = 0; fold < 5; fold++)
        {
            var model = Logistic.Fit([.. possible.Where(pair => pair.Listing % 5 != fold).Select(pair => (pair.Features, pair.Right))]);
            foreach (var pair in possible.Where(pair => pair.Listing % 5 == fold))
            {
                outside[pair] = Logistic.Probability(model, pair.Features);
            }
        }

        var gold = pairs.Count(pair => pair.Right);
        Console.WriteLine("threshold  micro-F1 (left out)  digital-or-not (left out)");
        for (var threshold = 0.25; threshold < 0.66; threshold += 0.05)
        {
            var taken = outside.Where(one => one.Value >= threshold).GroupBy(one => one.Key.Listing).SelectMany(group => group.OrderByDescending(one => one.Value).Take(4)).ToList();
            var digital = taken.Select(one => one.Key.Listing).ToHashSet();
            var agreed = listings.Where((listing, i) => digital.Contains(i) == listing.Competences.Count > 0).Count();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{threshold,9:0.00}{2.0 * taken.Count(one => one.Key.Right) / (taken.Count + gold),21:0.000}{(double)agreed / listings.Count,27:0.000}"));
        }

        return 0;
    }
}
