using System.Globalization;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Duplicates.Judging;

namespace DcCourseIndex.Quality;

/// <summary>
/// <c>duplicate-weights FOLDER[+FOLDER] …</c>: finds the numbers of <see cref="EvidenceWeights"/>, and tells what they reach on each writer's pairs when they were learnt
/// from the others'. Folders of one writer are joined by a plus. <c>--shrinkage 0.001</c>: how hard the weights are held down; <c>--limit 1.8</c>: the logarithm of the odds from
/// which listings join; <c>--without A,B</c>: clues that are to weigh nothing; <c>--pairs yes</c>: what was lost.
/// </summary>
internal static class DuplicateWeightsCommand
{
    private sealed record Learnt(EvidenceWeights Weights, double Bias)
    {
        public EvidenceWeights At(double odds) => Weights with { Limit = odds - Bias };
    }

    public static int Run(string[] args)
    {
        var line = new CommandLine(args);
        var shrinkage = double.Parse(line.Option("shrinkage") ?? "0.001", CultureInfo.InvariantCulture);
        var limit = double.Parse(line.Option("limit") ?? "1.8", CultureInfo.InvariantCulture);
        var without = (line.Option("without") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Clue>).ToHashSet();
        var analysis = TextAnalysis.Load(line.Dictionary);
        var writers = line.Files.Select(folders => new DuplicateWriter(folders, analysis)).ToList();
        var parted = writers.ToDictionary(writer => writer, writer => Learn(writers.Where(other => other != writer), shrinkage, without));

        Console.WriteLine("limit  precision  recall   (each writer left out in turn)");
        for (var odds = 34; odds >= 6; odds -= 2)
        {
            var figures = writers.Select(writer => writer.Measure(parted[writer].At(odds / 10.0))).ToList();
            var (found, right, same) = (figures.Sum(one => one.Found), figures.Sum(one => one.Right), figures.Sum(one => one.Same));
            Say($"{odds / 10.0,5:0.0}{right / (double)Math.Max(1, found),11:0.000}{right / (double)same,8:0.000}   {string.Join("  ", figures.Select(one => $"{one.Precision:0.000}/{one.Recall:0.000}"))}");
        }

        var whole = Learn(writers, shrinkage, without);
        Say($"\nLimit {whole.At(limit).Limit:0.00}; the weights, and what they are without each writer");
        foreach (var kind in Enum.GetValues<Clue>())
        {
            Say($"            [Clue.{kind}] = {whole.Weights.Table[kind]:0.00},   // {string.Join(' ', writers.Select(writer => $"{parted[writer].Weights.Table[kind]:0.00}"))}");
        }

        foreach (var writer in writers)
        {
            var (left, fitted) = (writer.Measure(parted[writer].At(limit)), writer.Measure(whole.At(limit)));
            Say($"{writer.Name}: {left.Same} pairs; left out: precision {left.Precision:0.000}, recall {left.Recall:0.000}; fitted: precision {fitted.Precision:0.000}, recall {fitted.Recall:0.000}");
            if (line.Option("pairs") is not null)
            {
                foreach (var wrong in writer.Explain(parted[writer].At(limit)))
                {
                    Console.WriteLine(wrong);
                }
            }
        }

        return 0;
    }

    private static Learnt Learn(IEnumerable<DuplicateWriter> writers, double shrinkage, HashSet<Clue> without)
    {
        var kinds = Enum.GetValues<Clue>();
        var weights = Logistic.Fit([.. writers.SelectMany(writer => writer.Examples)], shrinkage, [.. kinds.Select(kind => without.Contains(kind) ? 0 : EvidenceWeights.SpeaksFor(kind) ? 1 : -1)]);
        return new Learnt(new EvidenceWeights(kinds.ToDictionary(kind => kind, kind => Math.Round(weights[(int)kind], 2)), 0), Math.Round(weights[^1], 2));
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
