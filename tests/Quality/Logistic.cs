namespace DcCourseIndex.Quality;

/// <summary>Logistic regression with a little shrinkage, by plain gradient descent; a handful of numbers need no more.</summary>
internal static class Logistic
{
    private const double Shrinkage = 0.002;

    /// <summary>The weights, the bias last. A weight whose <paramref name="signs"/> is 1 never falls below nothing, one with -1 never rises above it, one with 0 stays nothing.</summary>
    public static double[] Fit(IReadOnlyList<(double[] Features, bool Right)> examples, double shrinkage = Shrinkage, int[]? signs = null)
    {
        var weights = new double[examples[0].Features.Length + 1];
        var told = examples.Select(example => (Kinds: example.Features.Index().Where(value => value.Item != 0).Select(value => value.Index).ToArray(), example.Features, example.Right)).ToArray();
        for (var step = 0; step < 6000; step++)
        {
            var slope = new double[weights.Length];
            foreach (var (kinds, features, right) in told)
            {
                var sum = weights[^1];
                foreach (var i in kinds)
                {
                    sum += weights[i] * features[i];
                }

                var miss = (1 / (1 + Math.Exp(-sum))) - (right ? 1 : 0);
                foreach (var i in kinds)
                {
                    slope[i] += miss * features[i];
                }

                slope[^1] += miss;
            }

            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] -= 0.8 * ((slope[i] / examples.Count) + (i < weights.Length - 1 ? shrinkage * weights[i] : 0));
                if (signs is not null && i < signs.Length && (signs[i] == 0 || weights[i] * signs[i] < 0))
                {
                    weights[i] = 0;
                }
            }
        }

        return weights;
    }

    public static double Probability(double[] weights, double[] features)
    {
        var sum = weights[^1];
        for (var i = 0; i < features.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
