namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>From a few measured numbers to a probability, by a logistic curve; the last weight stands alone.</summary>
internal sealed record Curve(double[] Weights)
{
    // As the logarithm of the odds.
    private const double Sure = 3;
    private const double Pressed = 0.12;

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
    /// What is told to people of a probability. From 0.95 on the curve is surer than it is right: of its near-certainties one in fifty is
    /// wrong. So they are pressed together, but stay in their order.
    /// </summary>
    public static double Told(double probability)
    {
        var height = Math.Log(Math.Max(probability, 1e-15) / Math.Max(1 - probability, 1e-15));
        return 1 / (1 + Math.Exp(-(height <= Sure ? height : Sure + (Pressed * (height - Sure)))));
    }
}
