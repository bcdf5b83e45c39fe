namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>What is measured of one listing for one competence; the judge weighs these numbers and nothing else.</summary>
internal readonly record struct Features(double Title, double Body, double Weak, double Likeness, double Share, double LikenessShare)
{
    public static readonly IReadOnlyList<string> Names = ["title", "body", "weak", "likeness", "share", "likeness share"];

    public double[] ToArray() => [Title, Body, Weak, Likeness, Share, LikenessShare];

    /// <summary>Words of the lexicon speak for it, not only likeness.</summary>
    public bool HasWords => Title + Body + Weak > 0;

    /// <summary>At least one of those words has no other meaning.</summary>
    public bool HasPlainWords => Title + Body > 0;
}
