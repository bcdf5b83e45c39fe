using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>Translates what the portal itself says of competences into DigComp 2.2 by the crosswalk.</summary>
internal static class Statements
{
    /// <summary>Confidence in the portal's own word; less where the crosswalk spreads one code over several.</summary>
    public const double Confidence = 0.95;

    public static Dictionary<string, (double Confidence, Evidence Evidence)> Read(IReadOnlyList<CompetenceStatement>? statements, Frameworks frameworks)
    {
        var read = new Dictionary<string, (double, Evidence)>(StringComparer.Ordinal);
        foreach (var statement in statements ?? [])
        {
            var name = statement.Framework.Trim().ToLowerInvariant().Replace(' ', '-');
            var framework = frameworks.Find(name is "digcomp" or "digcomp2.2" ? Frameworks.Default : name);
            var code = statement.Code.Trim();
            IReadOnlyList<string> codes = framework is null ? []
                : framework.Id == Frameworks.Default ? [code]
                : framework.ToDigComp22.GetValueOrDefault(code, []);
            foreach (var one in codes.Where(one => frameworks.DigComp22.Competences.Any(competence => competence.Code == one)))
            {
                var evidence = new Evidence(EvidenceKind.Source, "competences", 0, 0, statement.Text ?? $"{framework!.Name.Uk} {code}");
                read.TryAdd(one, (codes.Count == 1 ? Confidence : Confidence - 0.2, evidence));
            }
        }

        return read;
    }

    /// <summary>The highest level that the portal states by wire name, null where it states none.</summary>
    public static Level? LevelOf(IReadOnlyList<CompetenceStatement>? statements) =>
        (statements ?? []).Select(statement => Wire.TryParse<Level>(statement.Level, out var level) ? level : (Level?)null).Max();
}
