using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>What schema.org says of the competences of a course (<c>teaches</c>, <c>educationalAlignment</c>): those of DigComp are statements, the others key words. Pure.</summary>
internal static class CourseTeaching
{
    private const int Most = 100;

    /// <param name="taught">Elements of <c>teaches</c>, <c>assesses</c> and <c>educationalAlignment</c>, references already replaced by the full nodes.</param>
    /// <param name="level">As the course states it, for statements that have none of their own.</param>
    public static (IReadOnlyList<CompetenceStatement>? Stated, IReadOnlyList<string> Others) Of(IEnumerable<JsonElement> taught, string? level)
    {
        var stated = new List<CompetenceStatement>();
        var others = new List<string>();
        foreach (var one in taught.Take(Most))
        {
            // LRMI's other alignments say what is needed, or how hard a text is.
            if (one.Text("alignmentType") is { } kind && !kind.Equals("teaches", StringComparison.OrdinalIgnoreCase) && !kind.Equals("assesses", StringComparison.OrdinalIgnoreCase)) continue;
            var said = Said(one, level);
            if (StatedCompetence.Of(said) is { } statement) stated.Add(statement);
            else if (Words.Unescaped(said.Name) is { } name) others.Add(name);
        }

        return (stated.Count > 0 ? [.. stated.DistinctBy(one => (one.Framework, one.Code))] : null, others);
    }

    private static SaidCompetence Said(JsonElement one, string? level) => one.ValueKind != JsonValueKind.Object
        ? new SaidCompetence(Name: LocalText.Of(one), Level: level)
        : new SaidCompetence(
            one.Local("educationalFramework") ?? one.Local("inDefinedTermSet"),
            one.Text("educationalFrameworkVersion"),
            one.Text("termCode") ?? one.Text("shortCode") ?? one.Text("targetCode"),
            one.Local("targetName") ?? one.Local("name"),
            one.Member("inDefinedTermSet")?.Text("url") ?? one.Member("inDefinedTermSet")?.Text("@id"),
            one.Text("targetUrl") ?? one.Text("url") ?? one.Text("@id"),
            one.Local("educationalLevel") ?? level);
}
