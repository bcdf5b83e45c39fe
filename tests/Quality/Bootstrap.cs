using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Quality;

/// <summary>Between these two a figure lies in 95 of 100 sets that chance might have drawn instead of this one.</summary>
internal sealed record Interval(double From, double To);

/// <summary>Intervals by drawing as many listings with replacement, again and again; the same ones at every call.</summary>
internal static class Bootstrap
{
    private const int Draws = 1000;

    public static IReadOnlyDictionary<string, Interval> Of(IReadOnlyList<(LabelledListing Gold, Tagging Found)> pairs, IReadOnlyList<string> codes)
    {
        var random = new Random(1);
        var draws = Enumerable.Range(0, Draws)
            .Select(_ => TaggingFigures.Of([.. Enumerable.Range(0, pairs.Count).Select(_ => pairs[random.Next(pairs.Count)])], codes))
            .ToList();
        return new Dictionary<string, Interval>
        {
            ["microF1"] = Middle(draws.ConvertAll(one => one.MicroF1)),
            ["macroF1"] = Middle(draws.ConvertAll(one => one.MacroF1)),
            ["areaF1"] = Middle(draws.ConvertAll(one => one.AreaF1)),
            ["primaryAccuracy"] = Middle(draws.ConvertAll(one => one.PrimaryAccuracy)),
            ["digitalAccuracy"] = Middle(draws.ConvertAll(one => one.DigitalAccuracy)),
            ["falseDigital"] = Middle(draws.ConvertAll(one => one.FalseDigital)),
        };
    }

    private static Interval Middle(List<double> values)
    {
        values.Sort();
        return new(Math.Round(values[Draws * 25 / 1000], 3), Math.Round(values[Draws * 975 / 1000], 3));
    }
}
