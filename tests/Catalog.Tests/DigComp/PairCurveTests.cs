using DcCourseIndex.Catalog.DigComp.Training;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class PairCurveTests
{
    // Right where exactly one of two numbers is high: no curve over the numbers alone can tell that.
    private static readonly List<(double[] Numbers, bool Right)> OneOfTwo =
        [.. Enumerable.Range(0, 800).Select(i => (new double[] { i % 2, i / 2 % 2, 7 }, i % 2 != i / 2 % 2))];

    [Fact]
    public void What_one_number_is_worth_depends_on_the_other()
    {
        var curve = CurveFit.OfPairs(OneOfTwo, []);

        Assert.All(OneOfTwo.Take(4), one => Assert.Equal(one.Right, curve.Probability(one.Numbers) > 0.5));
        Assert.All(OneOfTwo.Take(4), one => Assert.InRange(CurveFit.Of(OneOfTwo).Probability(one.Numbers), 0.49, 0.51));
    }

    [Fact]
    public void A_number_left_out_changes_nothing()
    {
        var curve = CurveFit.OfPairs(OneOfTwo, [1]);

        Assert.Equal(curve.Probability([1, 0, 7]), curve.Probability([1, 1, 7]));
    }
}
