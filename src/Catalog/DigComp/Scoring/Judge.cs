namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>
/// From features to a probability: one logistic curve for all competences, so that it has few numbers and knows no single course.
/// The numbers were fitted with <c>tests/Quality fit --forget 0.5</c>, that is with half of the words gone, so that they trust no
/// single word too much; what they reach is in <c>docs/quality.md</c>.
/// </summary>
internal static class Judge
{
    /// <summary>A listing has competences at all where one of them is as probable as this.</summary>
    public const double Gate = 0.5;

    /// <summary>Beside a competence that passed the gate, others are assigned from this probability on.</summary>
    public const double Beside = 0.35;

    private const double Bias = -4.267;

    private static readonly double[] Weights = [1.520, 1.772, -0.013, 2.618, 1.735, 2.349];

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
