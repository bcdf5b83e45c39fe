namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>From a few measured numbers to a probability, by a logistic curve; the last weight stands alone.</summary>
internal sealed record Curve(double[] Weights)
{
    // As the logarithm of the odds.
    private const double Sure = 3;
    private const double Slowness = 6;

    private const double Surest = 0.99;

    public double Probability(ReadOnlySpan<double> numbers)
    {
        var sum = Weights[^1];
        for (var i = 0; i < numbers.Length; i++)
        {
            sum += Weights[i] * numbers[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>
    /// What is told to people of a probability. From 0.95 on the curve is surer than it is right: of its near-certainties one in a hundred
    /// is wrong. So they draw near to 0.99, but stay in their order.
    /// </summary>
    public static double Told(double probability)
    {
        var height = Math.Log(Math.Max(probability, 1e-15) / Math.Max(1 - probability, 1e-15));
        var plain = 1 / (1 + Math.Exp(-Math.Min(height, Sure)));
        return height <= Sure ? plain : plain + ((Surest - plain) * (1 - Math.Exp((Sure - height) / Slowness)));
    }
}
