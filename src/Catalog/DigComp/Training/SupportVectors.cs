namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>
/// A linear support-vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al., «A dual coordinate descent method
/// for large-scale linear SVM», 2008). The same rows in the same order give the same weights, bit for bit.
/// </summary>
internal static class SupportVectors
{
    private const int MostRounds = 40;
    private const double Settled = 0.01;

    /// <summary>The weights, the bias last. <paramref name="cost"/>: per row, what being wrong about it costs.</summary>
    public static double[] Fit(IReadOnlyList<SparseRow> rows, double[] squares, IReadOnlyList<bool> right, IReadOnlyList<double> cost, int parts)
    {
        var weights = new double[parts + 1];
        var (alpha, order) = (new double[rows.Count], Enumerable.Range(0, rows.Count).ToArray());
        var random = 88172645463325252UL;
        for (var round = 0; round < MostRounds; round++)
        {
            Shuffle(order, ref random);
            var (least, most) = (0.0, 0.0);
            foreach (var i in order)
            {
                var (row, sign, softness) = (rows[i], right[i] ? 1.0 : -1.0, 0.5 / cost[i]);
                var slope = (sign * (Dot(weights, row) + weights[parts])) - 1 + (softness * alpha[i]);
                var projected = alpha[i] == 0 ? Math.Min(slope, 0) : slope;
                (least, most) = (Math.Min(least, projected), Math.Max(most, projected));
                if (Math.Abs(projected) < 1e-12)
                {
                    continue;
                }

                var before = alpha[i];
                alpha[i] = Math.Max(before - (slope / (squares[i] + 1 + softness)), 0);
                var step = (alpha[i] - before) * sign;
                for (var k = 0; k < row.Places.Length; k++)
                {
                    weights[row.Places[k]] += step * row.Values[k];
                }

                weights[parts] += step;
            }

            if (most - least < Settled)
            {
                break;
            }
        }

        return weights;
    }

    private static double Dot(double[] weights, SparseRow row)
    {
        var sum = 0.0;
        for (var k = 0; k < row.Places.Length; k++)
        {
            sum += weights[row.Places[k]] * row.Values[k];
        }

        return sum;
    }

    private static void Shuffle(int[] order, ref ulong random)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            var other = (int)(random % (ulong)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
