namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>From a few measured numbers to a probability, by a logistic curve; the last weight stands alone.</summary>
internal sealed record Curve(double[] Weights)
{
    public double Probability(ReadOnlySpan<double> numbers)
    {
        var sum = Weights[^1];
        for (var i = 0; i < numbers.Length; i++)
        {
            sum += Weights[i] * numbers[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
