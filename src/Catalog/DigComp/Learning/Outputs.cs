using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>What the linear model speaks of, in this order: the competences, whether anything digital is taught, the levels, the purposes.</summary>
internal static class Outputs
{
    public const int Competences = 21;
    public const int Digital = Competences;
    public const int FirstLevel = Digital + 1;

    /// <summary>Per competence the number of its area: DigComp 2.2 has 3, 6, 4, 4 and 4 in its five.</summary>
    public static readonly int[] AreaOf = [.. new[] { 3, 6, 4, 4, 4 }.SelectMany((size, area) => Enumerable.Repeat(area, size))];

    public static readonly int Levels = Wire.All<Level>().Count;
    public static readonly int Contexts = Wire.All<Context>().Count;
    public static readonly int FirstContext = FirstLevel + Levels;
    public static readonly int Count = FirstContext + Contexts;

    /// <summary>The first outputs are about the subject; those from here on are about the learner, of whom other sentences speak as well.</summary>
    public static bool IsOfSubject(int output) => output < FirstLevel;
}
