using System.Globalization;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Scoring;

namespace DcCourseIndex.Quality;

/// <summary><c>fit FILE.jsonl…</c>: finds the numbers of <see cref="Judge"/> and tells, by leaving a fifth out at a time, what they reach on listings that they were not fitted to. <c>--forget 0.4</c>: the share of words that the taggers lack meanwhile.</summary>
internal static class FitCommand
{
    private const int Taggers = 6;

    private sealed record Pair(int Tagger, int Listing, string Code, double[] Features, bool Right, bool Possible, bool IsTitleOnly);

    public static int Run(string[] args)
    {
        var line = new CommandLine(args);
        var forgotten = double.Parse(line.Option("forget") ?? "0.4", CultureInfo.InvariantCulture);
        var listings = line.Files.SelectMany(LabelledListing.Read).ToList();
        var pairs = TaggerLoading.LoadForgetful(line, forgotten, Taggers).SelectMany((tagger, t) => listings.SelectMany((listing, i) =>
            Pairs(tagger, t, listing, i, isTitleOnly: false).Concat(Pairs(tagger, t, listing, i, isTitleOnly: true)))).ToList();
        var possible = pairs.Where(pair => pair.Possible).ToList();

        var whole = Logistic.Fit([.. possible.Select(pair => (pair.Features, pair.Right))]);
        Console.WriteLine($"Bias {whole[^1].ToString("0.000", CultureInfo.InvariantCulture)}");
        Console.WriteLine($"Weights [{string.Join(", ", whole[..^1].Select(weight => weight.ToString("0.000", CultureInfo.InvariantCulture)))}]  ({string.Join(", ", Features.Names)})");

        pairs.RemoveAll(pair => pair.IsTitleOnly);
        var outside = new Dictionary<Pair, double>();
        for (var fold = 0; fold < 5; fold++)
        {
            var model = Logistic.Fit([.. possible.Where(pair => pair.Listing % 5 != fold).Select(pair => (pair.Features, pair.Right))]);
            foreach (var pair in possible.Where(pair => pair.Listing % 5 == fold && !pair.IsTitleOnly))
            {
                outside[pair] = Logistic.Probability(model, pair.Features);
            }
        }

        var gold = pairs.Count(pair => pair.Right);
        Console.WriteLine("threshold  micro-F1 (left out)  digital-or-not (left out)");
        for (var threshold = 0.25; threshold < 0.66; threshold += 0.05)
        {
            var taken = outside.Where(one => one.Value >= threshold).GroupBy(one => (one.Key.Tagger, one.Key.Listing)).SelectMany(group => group.OrderByDescending(one => one.Value).Take(4)).ToList();
            var digital = taken.Select(one => (one.Key.Tagger, one.Key.Listing)).ToHashSet();
            var agreed = Enumerable.Range(0, Taggers).Sum(t => listings.Where((listing, i) => digital.Contains((t, i)) == listing.Competences.Count > 0).Count());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{threshold,9:0.00}{2.0 * taken.Count(one => one.Key.Right) / (taken.Count + gold),21:0.000}{(double)agreed / (listings.Count * Taggers),27:0.000}"));
        }

        return 0;
    }

    // Many portals show titles and nothing else; of those only the primary competence can be asked for.
    private static IEnumerable<Pair> Pairs(CompetenceTagger tagger, int number, LabelledListing listing, int index, bool isTitleOnly) =>
        tagger.Measure(isTitleOnly ? listing.ToText() with { Summary = "" } : listing.ToText())
            .Where(one => !isTitleOnly || one.Code == listing.Primary || !listing.Competences.Contains(one.Code))
            .Select(one => new Pair(number, index, one.Code, one.Features.ToArray(), listing.Competences.Contains(one.Code), one.Features.HasWords, isTitleOnly));
}
