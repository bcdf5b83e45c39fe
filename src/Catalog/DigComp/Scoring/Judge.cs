namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>
/// From features to a probability: one logistic curve for all competences, so that it has few numbers and knows no single course.
/// The numbers were fitted with <c>tests/Quality fit</c>; what they reach is in <c>docs/quality.md</c>.
/// </summary>
internal static class Judge
{
    /// <summary>An assignment is made from this probability on.</summary>
    public const double Threshold = 0.45;

    private const double Bias = -5.0;

    private static readonly double[] Weights = [1.5, 1.5, 0.5, 1.0, 2.0, 1.0, 0.1];

    public static double Probability(Features features)
    {
        var sum = Bias;
        var values = features.ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            sum += Weights[i] * values[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
