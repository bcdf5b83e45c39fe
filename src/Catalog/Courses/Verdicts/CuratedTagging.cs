using System.Text.Json;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>Competences under a librarian's word: the last word on the whole, and after it the last word on each.</summary>
internal static class CuratedTagging
{
    private static readonly Evidence Word = new(EvidenceKind.Librarian, "", 0, 0, "");

    /// <summary>The tagging, and whether anything but the confirmation of single competences was said.</summary>
    public static (Tagging Tagging, bool Touched) Of(Tagging tagging, IReadOnlyList<CourseVerdict> verdicts)
    {
        var words = verdicts.Where(verdict => verdict.Verdict is VerdictKind.Confirm or VerdictKind.Reject or VerdictKind.Add).ToList();
        if (words.Count == 0)
        {
            return (tagging, false);
        }

        var whole = words.FindLastIndex(word => word.Competence is null);
        var all = whole < 0 ? null : Codes(words[whole]);
        var single = words.Skip(whole + 1).GroupBy(word => word.Competence!, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Verdict, StringComparer.Ordinal);
        var found = tagging.Competences.ToDictionary(one => one.Code, StringComparer.Ordinal);
        List<string> said = [.. (all ?? []).Concat(single.Where(pair => pair.Value != VerdictKind.Reject).Select(pair => pair.Key)).Distinct()];
        said.RemoveAll(code => single.TryGetValue(code, out var word) && word == VerdictKind.Reject);
        List<Assignment> stand =
        [
            .. said.Select(code => new Assignment(code, 1, [Word, .. found.GetValueOrDefault(code)?.Evidence ?? []])),
            // Where the whole was confirmed, nothing that a later tagging finds is added to it.
            .. tagging.Competences.Where(one => all is null && !single.ContainsKey(one.Code)),
        ];
        return (
            tagging with { Competences = stand, Primary = Primary(tagging, all, stand), Nearly = null },
            whole >= 0 || single.Values.Any(word => word != VerdictKind.Confirm));
    }

    private static string? Primary(Tagging tagging, IReadOnlyList<string>? all, List<Assignment> stand)
    {
        var wanted = all is [var first, ..] ? first : tagging.Primary;
        return stand.Exists(one => one.Code == wanted) ? wanted : stand.FirstOrDefault()?.Code;
    }

    private static List<string> Codes(CourseVerdict word) =>
        word.Verdict == VerdictKind.Reject || word.Value.ValueKind != JsonValueKind.Array ? [] : word.Value.Deserialize<List<string>>(Wire.Json)!;
}
