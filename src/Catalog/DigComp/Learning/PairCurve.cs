namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>
/// From measured numbers to a probability by a logistic curve over the numbers and the products of every two of them: what one number is
/// worth depends on the others, as the score of a second competence on how high the first one stands.
/// </summary>
/// <param name="Means">Per number its mean.</param>
/// <param name="Scales">Per number what a difference from the mean is multiplied by; 0: it is not looked at.</param>
/// <param name="Weights">Of the numbers, then of the products in the order of <see cref="Expand"/>; the last one stands alone.</param>
internal sealed record PairCurve(double[] Means, double[] Scales, double[] Weights)
{
    public double Probability(ReadOnlySpan<double> numbers)
    {
        Span<double> expanded = stackalloc double[Weights.Length - 1];
        Expand(numbers, Means, Scales, expanded);
        var sum = Weights[^1];
        for (var i = 0; i < expanded.Length; i++)
        {
            sum += Weights[i] * expanded[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>So many numbers come of <paramref name="count"/> ones.</summary>
    public static int Expanded(int count) => count + (count * (count + 1) / 2);

    /// <summary>The numbers themselves, then each with itself and with all after it.</summary>
    public static void Expand(ReadOnlySpan<double> numbers, double[] means, double[] scales, Span<double> expanded)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            expanded[i] = (numbers[i] - means[i]) * scales[i];
        }

        var at = numbers.Length;
        for (var i = 0; i < numbers.Length; i++)
        {
            for (var j = i; j < numbers.Length; j++)
            {
                expanded[at++] = expanded[i] * expanded[j];
            }
        }
    }
}
