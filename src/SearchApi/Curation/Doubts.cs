using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.SearchApi.Curation;

/// <summary>What makes a tagging doubtful.</summary>
[JsonConverter(typeof(WireConverter<DoubtKind>))]
internal enum DoubtKind
{
    /// <summary>A competence that could as well be none.</summary>
    [JsonStringEnumMemberName("unsure")] Unsure,

    /// <summary>No competence, but one came near.</summary>
    [JsonStringEnumMemberName("nearly")] Nearly,

    /// <summary>Two competences are nearly as sure, so that the primary one is a toss-up.</summary>
    [JsonStringEnumMemberName("primary")] Primary,
}

/// <summary>One doubt of a course: a competence by its code of DigComp 2.2, and how much it weighs (0 to 1).</summary>
internal sealed record Doubt(DoubtKind Kind, string Code, double Confidence, double Weight, string? Other = null);

/// <summary>Finds what the tagger is not sure of in what it wrote down. Pure.</summary>
internal static class Doubts
{
    // An even chance weighs 1, certainty 0; what weighs less than this is sure enough.
    private const double Least = 0.4;

    // The primary competence is a toss-up within this margin, and a smaller matter than a competence.
    private const double Margin = 0.1;
    private const double PrimaryCounts = 0.5;

    /// <summary>The heaviest first; none of a course on which a librarian has said a word.</summary>
    public static IReadOnlyList<Doubt> Of(CatalogCourse known)
    {
        if (known.IsCurated())
            return [];
        var tagging = known.Tagging;
        var doubts = tagging.Competences.Select(one => new Doubt(DoubtKind.Unsure, one.Code, one.Confidence, Unsure(one.Confidence)))
            .Concat((tagging.Nearly ?? []).Select(one => new Doubt(DoubtKind.Nearly, one.Code, one.Confidence, Unsure(one.Confidence))))
            .Where(doubt => doubt.Weight >= Least)
            .ToList();
        if (tagging.Competences is [var first, var second, ..] && first.Confidence - second.Confidence is >= 0 and < Margin and var margin)
            doubts.Add(new(DoubtKind.Primary, first.Code, first.Confidence, PrimaryCounts * (1 - (margin / Margin)), second.Code));
        return [.. doubts.OrderByDescending(doubt => doubt.Weight)];
    }

    /// <summary>All doubts together, 0 to 1: as if each were a chance of its own that something is wrong.</summary>
    public static double Together(IReadOnlyList<Doubt> doubts) => 1 - doubts.Aggregate(1.0, (sound, doubt) => sound * (1 - (doubt.Weight * 0.9)));

    private static double Unsure(double confidence) => 1 - (Math.Abs(confidence - 0.5) * 2);
}
