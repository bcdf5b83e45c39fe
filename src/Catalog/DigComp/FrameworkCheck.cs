namespace DcCourseIndex.Catalog.DigComp;

/// <summary>What no framework file may have: codes that lead nowhere or stand twice, names that are missing.</summary>
internal static class FrameworkCheck
{
    public static IEnumerable<string> Problems(Framework framework, Framework? digComp22)
    {
        if (framework.UkrainianNames is not ("official" or "unofficial" or "draft"))
        {
            yield return $"ukrainianNames is «{framework.UkrainianNames}»; write official, unofficial or draft.";
        }

        if (string.IsNullOrWhiteSpace(framework.Id) || string.IsNullOrWhiteSpace(framework.Attribution))
        {
            yield return "id or attribution is empty; both are shown beside the framework.";
        }

        if (framework.Competences.Count == 0)
        {
            yield return "there is no competence in it.";
        }

        var areas = framework.Areas.Select(area => area.Code).ToHashSet(StringComparer.Ordinal);
        var codes = framework.Competences.Select(competence => competence.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var code in Twice(framework.Areas.Select(area => area.Code)).Concat(Twice(framework.Competences.Select(competence => competence.Code))))
        {
            yield return $"the code {code} stands twice.";
        }

        var names = framework.Areas.Select(area => (area.Code, area.Name))
            .Concat(framework.Competences.Select(competence => (competence.Code, competence.Name)));
        foreach (var (code, name) in names.Where(one => string.IsNullOrWhiteSpace(one.Name.Uk) || string.IsNullOrWhiteSpace(one.Name.En)))
        {
            yield return $"{code} has no name in {(string.IsNullOrWhiteSpace(name.Uk) ? "Ukrainian (uk)" : "English (en)")}.";
        }

        foreach (var competence in framework.Competences.Where(competence => !areas.Contains(competence.Area)))
        {
            yield return $"competence {competence.Code} names the area {competence.Area}, which is not among the areas.";
        }

        foreach (var code in framework.ToDigComp22.Keys.Where(code => !codes.Contains(code)))
        {
            yield return $"toDigComp22 names the competence {code}, which this framework does not have.";
        }

        var targets = digComp22?.Competences.Select(competence => competence.Code).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var (code, target) in framework.ToDigComp22.SelectMany(pair => pair.Value.Select(target => (pair.Key, target))).Where(pair => digComp22 is not null && !targets.Contains(pair.target)))
        {
            yield return $"toDigComp22 leads from {code} to {target}, which DigComp 2.2 does not have.";
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> codes) =>
        codes.GroupBy(code => code, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
}
