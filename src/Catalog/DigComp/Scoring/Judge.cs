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

    // The listings behind the numbers were known when the words were written, so what the curve says is too sure of itself.
    private const double Soberness = 0.75;

    private const double Bias = -4.283;

    private static readonly double[] Weights = [1.424, 1.741, 0.060, 2.511, 1.806, 2.468];

    /// <summary>The numbers in words, so that a change of them is a new version of the tagger.</summary>
    public static string Fingerprint { get; } =
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Gate} {Beside} {Soberness} {Bias} {string.Join(' ', Weights.Select(weight => weight.ToString(System.Globalization.CultureInfo.InvariantCulture)))}");

    public static double Probability(Features features)
    {
        var sum = Bias;
        var values = features.ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            sum += Weights[i] * values[i];
        }

        return Curve(sum);
    }

    /// <summary>What is told to people: the probability, sobered.</summary>
    public static double Confidence(double probability) =>
        probability <= 0 ? 0 : Curve(Soberness * Math.Log(probability / Math.Max(1 - probability, 1e-9)));

    private static double Curve(double sum) => 1 / (1 + Math.Exp(-sum));
}
