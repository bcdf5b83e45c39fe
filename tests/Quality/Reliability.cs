using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Quality;

/// <summary>One step of confidence and how many of its assignments the labels agree with.</summary>
internal sealed record ReliabilityRow(double From, double To, int Assignments, double? ShareRight);

/// <summary>Whether a confidence means what it says.</summary>
internal static class Reliability
{
    private static readonly double[] Steps = [0, 0.55, 0.65, 0.75, 0.85, 0.95, 1];

    public static List<ReliabilityRow> Table(IEnumerable<(LabelledListing Gold, Tagging Found)> pairs)
    {
        var all = pairs.SelectMany(pair => pair.Found.Competences.Select(one => (one.Confidence, Right: pair.Gold.Competences.Contains(one.Code)))).ToList();
        return [.. Steps.Zip(Steps.Skip(1), (from, to) =>
        {
            var inside = all.Where(one => one.Confidence >= from && one.Confidence < to).ToList();
            return new ReliabilityRow(from, to, inside.Count, inside.Count == 0 ? null : Math.Round(inside.Count(one => one.Right) / (double)inside.Count, 3));
        })];
    }
}
