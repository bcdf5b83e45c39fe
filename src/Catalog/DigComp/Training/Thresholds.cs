namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>Finds from which probability on a competence is assigned.</summary>
internal static class Thresholds
{
    /// <summary>A level less probable than this is not told.</summary>
    public const double Level = 0.5;

    /// <summary>A purpose less probable than this is not told.</summary>
    public const double Context = 0.5;

    // Of a hundred courses that teach nothing digital, so many may be called digital; fewer than are bearable, because new authors surprise.
    private const double MostFalse = 0.07;

    /// <summary>The pair with the best micro-F1 whose false alarms are bearable; where none is, the one with the fewest.</summary>
    public static (double Gate, double Beside) Of(IReadOnlyList<ListingExample> examples, IReadOnlyList<double[]> probabilities)
    {
        var best = (Score: double.NegativeInfinity, Gate: 0.5, Beside: 0.4);
        for (var gate = 30; gate <= 75; gate += 1)
        {
            for (var beside = 20; beside <= gate; beside += 1)
            {
                var score = Score(examples, probabilities, gate / 100.0, beside / 100.0);
                best = score > best.Score ? (score, gate / 100.0, beside / 100.0) : best;
            }
        }

        return (best.Gate, best.Beside);
    }

    private static double Score(IReadOnlyList<ListingExample> examples, IReadOnlyList<double[]> probabilities, double gate, double beside)
    {
        var (right, found, wanted, falseAlarms, none) = (0, 0, 0, 0, 0);
        for (var i = 0; i < examples.Count; i++)
        {
            var digital = probabilities[i].Max() >= gate;
            none += examples[i].IsDigital ? 0 : 1;
            falseAlarms += digital && !examples[i].IsDigital ? 1 : 0;
            for (var c = 0; c < probabilities[i].Length; c++)
            {
                var (taught, said) = (examples[i].Right[c] == true, digital && probabilities[i][c] >= beside);
                right += taught && said ? 1 : 0;
                found += said ? 1 : 0;
                wanted += taught ? 1 : 0;
            }
        }

        return (2.0 * right / Math.Max(1, found + wanted)) - Math.Max(0, ((double)falseAlarms / Math.Max(1, none)) - MostFalse);
    }
}
