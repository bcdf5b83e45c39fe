using DcCourseIndex.Catalog.DigComp.Learning;

namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>Fits a <see cref="Curve"/> to examples by Newton's method with a little shrinkage.</summary>
internal static class CurveFit
{
    private const double Shrinkage = 1;
    private const int Rounds = 25;

    /// <summary><paramref name="without"/>: places of numbers that the curve must not look at.</summary>
    public static Curve Of(IReadOnlyList<(double[] Numbers, bool Right)> examples, IReadOnlyCollection<int>? without = null)
    {
        var count = examples[0].Numbers.Length + 1;
        var weights = new double[count];
        var kept = Enumerable.Range(0, count).Where(i => without?.Contains(i) != true).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[kept.Length];
            var bend = new double[kept.Length, kept.Length];
            foreach (var (numbers, right) in examples)
            {
                var probability = new Curve(weights).Probability(numbers);
                var (miss, force) = (probability - (right ? 1 : 0), Math.Max(probability * (1 - probability), 1e-9));
                for (var a = 0; a < kept.Length; a++)
                {
                    var own = kept[a] == count - 1 ? 1 : numbers[kept[a]];
                    slope[a] += miss * own;
                    for (var b = 0; b <= a; b++)
                    {
                        bend[a, b] += force * own * (kept[b] == count - 1 ? 1 : numbers[kept[b]]);
                    }
                }
            }

            for (var a = 0; a < kept.Length; a++)
            {
                var shrinkage = kept[a] == count - 1 ? 1e-6 : Shrinkage;
                slope[a] += shrinkage * weights[kept[a]];
                bend[a, a] += shrinkage;
            }

            var step = Solve(bend, slope);
            for (var a = 0; a < kept.Length; a++)
            {
                weights[kept[a]] -= step[a];
            }
        }

        // Enough digits, and the same ones on every machine.
        return new([.. weights.Select(weight => Math.Round(weight, 6))]);
    }

    // Cholesky: the lower half of a positive matrix is all that is needed.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[i, k] * matrix[j, k];
                }

                matrix[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / matrix[j, j];
            }
        }

        var found = (double[])right.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
            {
                found[i] -= matrix[i, k] * found[k];
            }

            found[i] /= matrix[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                found[i] -= matrix[k, i] * found[k];
            }

            found[i] /= matrix[i, i];
        }

        return found;
    }
}
