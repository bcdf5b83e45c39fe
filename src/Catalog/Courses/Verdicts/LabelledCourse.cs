using System.Text.Json;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>A course whose competences a librarian has judged as a whole, in the form of <c>config/training</c>: to measure the tagger by, or to learn from.</summary>
public sealed record LabelledCourse(
    string Id,
    string Title,
    string Summary,
    string Description,
    string? Language,
    string? Provider,
    IReadOnlyList<string> Competences,
    string? Primary,
    Level? Level,
    IReadOnlyList<Context> Context,
    string Author)
{
    /// <summary>The judged course; null where some competence of it rests on the tagger's word alone, or nobody said that it has none. <paramref name="known"/> is the course under the verdicts.</summary>
    public static LabelledCourse? Of(CatalogCourse known, IReadOnlyList<CourseVerdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(known);
        var words = verdicts.Where(verdict => verdict.Verdict is VerdictKind.Confirm or VerdictKind.Reject or VerdictKind.Add).ToList();
        if (words.Count == 0 || known.Tagging.Competences.Any(one => one.Evidence.All(evidence => evidence.Kind != EvidenceKind.Librarian)))
        {
            return null;
        }

        var course = known.Course;
        return new(
            course.Id,
            course.Title,
            course.Summary,
            HtmlText.ToText(course.Description, course.Language),
            course.Language,
            course.Provider,
            [.. known.Tagging.Competences.Select(one => one.Code)],
            known.Tagging.Primary,
            // What only the tagger says is not known.
            known.Overrides.Contains(VerdictFields.Level) || course.Level is not null ? known.Level : null,
            known.Overrides.Contains(VerdictFields.Context) ? known.Tagging.Contexts : [],
            words[^1].By);
    }

    /// <summary>One line of a file; level and purpose are null where nobody said them.</summary>
    public string ToLine() => JsonSerializer.Serialize(
        new { Id, Title, Summary, Description = Description.Length > 0 ? Description : null, Language, Provider, Competences, Primary, Level, Context = Context.Count > 0 ? Context : null, Kind = "catalogue", Author },
        Wire.Json);
}
