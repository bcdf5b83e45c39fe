namespace DcCourseIndex.Catalog.DigComp;

/// <summary>What no framework file may have: codes that lead nowhere or stand twice, names that are missing.</summary>
internal static class FrameworkCheck
{
    public static IEnumerable<FrameworkProblem> Problems(Framework framework, Framework? digComp22)
    {
        if (framework.UkrainianNames is not ("official" or "unofficial" or "draft"))
        {
            yield return new($"ukrainianNames is «{framework.UkrainianNames}»; write official, unofficial or draft.", "\"ukrainianNames\"");
        }

        if (string.IsNullOrWhiteSpace(framework.Id) || string.IsNullOrWhiteSpace(framework.Attribution))
        {
            yield return new("id or attribution is empty; both are shown beside the framework.", "\"attribution\"");
        }

        if (framework.Competences.Count == 0)
        {
            yield return new("there is no competence in it.", "\"competences\"");
        }

        var areas = framework.Areas.Select(area => area.Code).ToHashSet(StringComparer.Ordinal);
        var codes = framework.Competences.Select(competence => competence.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var code in Twice(framework.Areas.Select(area => area.Code)).Concat(Twice(framework.Competences.Select(competence => competence.Code))))
        {
            yield return new($"the code {code} stands twice.", Code(code), Last: true);
        }

        var names = framework.Areas.Select(area => (area.Code, area.Name))
            .Concat(framework.Competences.Select(competence => (competence.Code, competence.Name)));
        foreach (var (code, name) in names.Where(one => string.IsNullOrWhiteSpace(one.Name.Uk) || string.IsNullOrWhiteSpace(one.Name.En)))
        {
            yield return new($"{code} has no name in {(string.IsNullOrWhiteSpace(name.Uk) ? "Ukrainian (uk)" : "English (en)")}.", Code(code));
        }

        foreach (var competence in framework.Competences.Where(competence => !areas.Contains(competence.Area)))
        {
            yield return new($"competence {competence.Code} names the area {competence.Area}, which is not among the areas.", $"\"{competence.Area}\"");
        }

        foreach (var code in framework.ToDigComp22.Keys.Where(code => !codes.Contains(code)))
        {
            yield return new($"toDigComp22 names the competence {code}, which this framework does not have.", $"\"{code}\"", Last: true);
        }

        foreach (var (code, same) in framework.ToDigComp22.SelectMany(pair => Twice(pair.Value).Select(same => (pair.Key, same))))
        {
            yield return new($"toDigComp22 leads from {code} to {same} twice.", $"\"{code}\"", Last: true);
        }

        // The others lead to it. If it led anywhere itself, a translation might go round in a circle.
        if (framework.Id == Frameworks.Default && framework.ToDigComp22.Count > 0)
        {
            yield return new($"{Frameworks.Default} has toDigComp22, but it is where all crosswalks lead to; take it out.", "\"toDigComp22\"");
        }

        var targets = digComp22?.Competences.Select(competence => competence.Code).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var (code, target) in framework.ToDigComp22.SelectMany(pair => pair.Value.Select(target => (pair.Key, target))).Where(pair => digComp22 is not null && !targets.Contains(pair.target)))
        {
            yield return new($"toDigComp22 leads from {code} to {target}, which DigComp 2.2 does not have.", $"\"{target}\"", Last: true);
        }
    }

    private static string Code(string code) => $"\"code\": \"{code}\"";

    private static IEnumerable<string> Twice(IEnumerable<string> codes) =>
        codes.GroupBy(code => code, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
}

/// <summary>One thing that is wrong with a framework file.</summary>
/// <param name="Near">What stands in the line of it; blanks do not matter.</param>
/// <param name="Last">The last such line and not the first.</param>
internal sealed record FrameworkProblem(string Text, string Near, bool Last = false)
{
    /// <summary>The line of the file, counted from 1; null where it cannot be told.</summary>
    public int? LineIn(string[] lines)
    {
        var near = Near.Replace(" ", "", StringComparison.Ordinal);
        bool Has(string line) => line.Replace(" ", "", StringComparison.Ordinal).Contains(near, StringComparison.Ordinal);
        var found = Last ? Array.FindLastIndex(lines, Has) : Array.FindIndex(lines, Has);
        return found < 0 ? null : found + 1;
    }
}
