using DcCourseIndex.Catalog.DigComp.Learning;

namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>Fits a <see cref="Curve"/> or a <see cref="PairCurve"/> to examples by Newton's method with a little shrinkage.</summary>
internal static class CurveFit
{
    private const double Shrinkage = 1;

    // There are many products and they say nearly the same; numbers are of unit spread here, so each is held back alike.
    private const double PairShrinkage = 33;

    private const int MostRounds = 25;
    private const double Settled = 1e-7;

    // A row that is nearly certain bends nothing.
    private const double LeastForce = 1e-7;

    public static Curve Of(IReadOnlyList<(double[] Numbers, bool Right)> examples) =>
        new(Rounded(Fit([.. examples.Select(one => one.Numbers)], [.. examples.Select(one => one.Right)], Shrinkage)));

    /// <summary><paramref name="without"/>: places of numbers that the curve must not look at.</summary>
    public static PairCurve OfPairs(IReadOnlyList<(double[] Numbers, bool Right)> examples, IReadOnlyCollection<int> without)
    {
        var count = examples[0].Numbers.Length;
        var (means, scales) = Spread([.. examples.Select(one => one.Numbers)]);
        (means, scales) = (Rounded(means), Rounded([.. scales.Select((scale, i) => without.Contains(i) ? 0 : scale)]));
        var rows = new double[examples.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[PairCurve.Expanded(count)];
            PairCurve.Expand(examples[i].Numbers, means, scales, rows[i]);
        }

        var (middles, widths) = Spread(rows);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = (row[i] - middles[i]) * widths[i];
            }
        }

        var weights = Fit(rows, [.. examples.Select(one => one.Right)], PairShrinkage);
        for (var i = 0; i < middles.Length; i++)
        {
            weights[i] *= widths[i];
            weights[^1] -= weights[i] * middles[i];
        }

        return new(means, scales, Rounded(weights));
    }

    private static (double[] Means, double[] Scales) Spread(double[][] rows)
    {
        var (sum, square) = (new double[rows[0].Length], new double[rows[0].Length]);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                sum[i] += row[i];
                square[i] += row[i] * row[i];
            }
        }

        double[] means = [.. sum.Select(one => one / rows.Length)];
        return (means, [.. square.Select((one, i) => (one / rows.Length) - (means[i] * means[i]) is > 1e-12 and var spread ? 1 / Math.Sqrt(spread) : 0)]);
    }

    private static double[] Fit(double[][] rows, bool[] right, double shrinkage)
    {
        var count = rows[0].Length + 1;
        var weights = new double[count];
        for (var round = 0; round < MostRounds; round++)
        {
            var slope = new double[count];
            var bend = new double[count][];
            for (var a = 0; a < count; a++)
            {
                bend[a] = new double[a + 1];
            }

            for (var i = 0; i < rows.Length; i++)
            {
                var probability = new Curve(weights).Probability(rows[i]);
                var (miss, force) = (probability - (right[i] ? 1 : 0), probability * (1 - probability));
                for (var a = 0; a < rows[i].Length; a++)
                {
                    slope[a] += miss * rows[i][a];
                }

                slope[^1] += miss;
                if (force > LeastForce)
                {
                    Bend(bend, rows[i], force);
                }
            }

            for (var a = 0; a < count; a++)
            {
                var held = a == count - 1 ? 1e-6 : shrinkage;
                slope[a] += held * weights[a];
                bend[a][a] += held;
            }

            var step = Solve(bend, slope);
            for (var a = 0; a < count; a++)
            {
                weights[a] -= step[a];
            }

            if (step.Max(Math.Abs) < Settled)
            {
                break;
            }
        }

        return weights;
    }

    // The lower half of the matrix; the last line is of the weight that stands alone.
    private static void Bend(double[][] bend, double[] row, double force)
    {
        for (var a = 0; a < row.Length; a++)
        {
            var own = force * row[a];
            if (own != 0)
            {
                var line = bend[a];
                for (var b = 0; b < line.Length; b++)
                {
                    line[b] += own * row[b];
                }
            }
        }

        var last = bend[^1];
        for (var b = 0; b < row.Length; b++)
        {
            last[b] += force * row[b];
        }

        last[^1] += force;
    }

    // Cholesky: the lower half of a positive matrix is all that is needed.
    private static double[] Solve(double[][] matrix, double[] right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i][j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[i][k] * matrix[j][k];
                }

                matrix[i][j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / matrix[j][j];
            }
        }

        var found = (double[])right.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
            {
                found[i] -= matrix[i][k] * found[k];
            }

            found[i] /= matrix[i][i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                found[i] -= matrix[k][i] * found[k];
            }

            found[i] /= matrix[i][i];
        }

        return found;
    }

    // Enough digits, and the same ones on every machine.
    private static double[] Rounded(double[] values) => [.. values.Select(value => Math.Round(value, 8))];
}
