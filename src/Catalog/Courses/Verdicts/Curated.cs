using System.Text.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>
/// A course as librarians want it: <c>course + verdicts → course</c>. Pure, and the only place where verdicts are applied: what portals say and what the
/// tagger finds is kept untouched beneath them, so that no harvest and no tagging can lose a verdict, and a withdrawn one leaves no trace.
/// </summary>
public static class Curated
{
    /// <summary>The course under verdicts that stand, in the order in which they were said; null where it is hidden.</summary>
    public static CatalogCourse? Of(CatalogCourse known, IReadOnlyList<CourseVerdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(verdicts);
        if (verdicts.Count == 0)
        {
            return known;
        }

        if (verdicts.Any(verdict => verdict.Verdict == VerdictKind.Hide))
        {
            return null;
        }

        var set = SetFields(verdicts);
        var course = Of(known.Course, verdicts);
        var (tagging, touched) = CuratedTagging.Of(known.Tagging, verdicts);
        return known with
        {
            Course = course,
            Tagging = Placed(WithFields(tagging, set), known.Course, course),
            Overrides = [.. set.Keys.Concat(touched ? [VerdictFields.Competences] : []).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>The record alone.</summary>
    public static Course Of(Course course, IReadOnlyList<CourseVerdict> verdicts)
    {
        var set = SetFields(verdicts).Where(pair => VerdictFields.OfCourse.Contains(pair.Key)).ToList();
        if (set.Count == 0)
        {
            return course;
        }

        var record = JsonSerializer.SerializeToNode(course, Wire.Json)!.AsObject();
        foreach (var (field, value) in set)
        {
            record.Remove(field);
            if (value.ValueKind != JsonValueKind.Null)
            {
                record[field] = JsonNode.Parse(value.GetRawText());
            }
        }

        return record.Deserialize<Course>(Wire.Json)!;
    }

    private static Dictionary<string, JsonElement> SetFields(IReadOnlyList<CourseVerdict> verdicts)
    {
        var set = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var verdict in verdicts.Where(verdict => verdict is { Verdict: VerdictKind.Set, Field: not null }))
        {
            set[verdict.Field!] = verdict.Value;
        }

        return set;
    }

    private static Tagging WithFields(Tagging tagging, Dictionary<string, JsonElement> set)
    {
        if (set.TryGetValue(VerdictFields.Level, out var level))
        {
            tagging = tagging with { Level = level.ValueKind == JsonValueKind.Null ? null : level.Deserialize<Level>(Wire.Json) };
        }

        if (set.TryGetValue(VerdictFields.Context, out var context))
        {
            tagging = tagging with { Contexts = context.ValueKind == JsonValueKind.Null ? [] : context.Deserialize<List<Context>>(Wire.Json)! };
        }

        // A primary competence that is no longer assigned says nothing.
        return set.TryGetValue(VerdictFields.Primary, out var primary) && tagging.Competences.Any(one => one.Code == primary.GetString())
            ? tagging with { Primary = primary.GetString() }
            : tagging;
    }

    /// <summary>Words that a changed text no longer has at their place are shown where they stand now, or without a place.</summary>
    private static Tagging Placed(Tagging tagging, Course before, Course after)
    {
        string[] changed =
        [
            .. before.Title == after.Title ? [] : new[] { "title" },
            .. before.Summary == after.Summary ? [] : new[] { "summary" },
            .. before.Description == after.Description ? [] : new[] { "description" },
        ];
        return changed.Length == 0 ? tagging : tagging with
        {
            Competences = [.. tagging.Competences.Select(one => one with { Evidence = [.. one.Evidence.Select(Place)] })],
        };

        Evidence Place(Evidence evidence)
        {
            if (evidence.Kind != EvidenceKind.Text || !changed.Contains(evidence.Field))
            {
                return evidence;
            }

            var text = evidence.Field switch { "title" => after.Title, "summary" => after.Summary, _ => HtmlText.ToText(after.Description, after.Language) };
            var at = text.IndexOf(evidence.Text, StringComparison.Ordinal);
            return at < 0 ? evidence with { Start = 0, Length = 0 } : evidence with { Start = at, Length = evidence.Text.Length };
        }
    }
}
