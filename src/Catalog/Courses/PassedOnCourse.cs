using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>A course as it may leave the program. Searching uses the whole text; whatever is shown, answered or exported is made of this.</summary>
public static class PassedOnCourse
{
    /// <summary>UTF-16 units of an excerpt, the ellipsis included.</summary>
    public const int ExcerptLength = 300;

    /// <summary>The course with what its source allows. Evidence from a part that is not passed on keeps its words and loses its place (start and length 0).</summary>
    public static CatalogCourse Of(CatalogCourse known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (known.Course.PassingOn is not { } rights || rights is { Text: PassedText.Full, Image: true })
        {
            return known;
        }
        var course = known.Course;
        var summary = rights.Text switch
        {
            PassedText.Full => course.Summary,
            PassedText.Excerpt => Excerpt(course.Summary.Length > 0 ? course.Summary : HtmlText.ToText(course.Description, course.Language)),
            _ => "",
        };
        return known with
        {
            Course = course with
            {
                Summary = summary,
                Description = rights.Text == PassedText.Full ? course.Description : "",
                Image = rights.Image ? course.Image : null,
            },
            Tagging = rights.Text == PassedText.Full ? known.Tagging : Placed(known.Tagging, course.Summary, summary),
        };
    }

    private static string Excerpt(string text)
    {
        if (text.Length <= ExcerptLength)
        {
            return text;
        }
        var end = text.LastIndexOfAny([' ', '\n', '\u00A0'], ExcerptLength - 1);
        // A text without a blank is cut anywhere but inside of a letter.
        end = end > ExcerptLength / 2 ? end : char.IsHighSurrogate(text[ExcerptLength - 2]) ? ExcerptLength - 2 : ExcerptLength - 1;
        return text[..end].TrimEnd(' ', '\n', ',', ';', ':', '–', '—') + "…";
    }

    private static Tagging Placed(Tagging tagging, string whole, string shown)
    {
        var same = shown.EndsWith('…') ? shown.Length - 1 : shown.Length;
        return tagging with
        {
            Competences = [.. tagging.Competences.Select(assignment => assignment with { Evidence = [.. assignment.Evidence.Select(Place)] })],
            Purposes = [.. tagging.Purposes.Select(purpose => purpose with { Evidence = [.. purpose.Evidence.Select(Place)] })],
        };

        Evidence Place(Evidence evidence) => evidence.Field == "description"
            || (evidence.Field == "summary" && (evidence.Start + evidence.Length > same || whole.Length == 0))
                ? evidence with { Start = 0, Length = 0 }
                : evidence;
    }
}
