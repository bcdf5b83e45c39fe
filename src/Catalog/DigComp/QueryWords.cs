namespace DcCourseIndex.Catalog.DigComp;

/// <summary>The words that act on queries alone, so that others may take their place while the service runs; read by <see cref="QueryWordFiles"/>.</summary>
/// <param name="Rings">Expressions that mean the same to a person who searches, Ukrainian and English together.</param>
/// <param name="Themes">Expressions of one story, smaller than a competence, which need not mean the same.</param>
public sealed record QueryWords(IReadOnlyList<IReadOnlyList<string>> Rings, IReadOnlyList<IReadOnlyList<string>> Themes)
{
    public static readonly QueryWords None = new([], []);
}
