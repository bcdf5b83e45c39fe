using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Indexer.Facets;

/// <summary>
/// What a course can be narrowed by, as one text per column: several values of one column are joined by spaces, provider is one value whole.
/// Area and competence share a column (the DigComp 2.2 codes); the start column holds the schedule.
/// </summary>
internal static class FacetKeys
{
    /// <summary>Sixteen columns for seventeen facets.</summary>
    public const int Columns = 16;

    private const char Separator = '\t';

    /// <summary>The column that answers for a facet.</summary>
    public static int Column(Facet facet) => facet == Facet.Area ? 0 : (int)facet - 1;

    /// <summary>All columns of a course, which asks for so many minutes of work, in one line.</summary>
    public static string Line(CatalogCourse entry, int? minutes)
    {
        var course = entry.Course;
        string?[] keys =
        [
            entry.Tagging.Competences is [var only] ? only.Code : string.Join(' ', entry.Tagging.Competences.Select(assignment => assignment.Code).Distinct().Order(StringComparer.Ordinal)),
            entry.Level is { } level ? Wire.Name(level) : null,
            entry.Tagging.Contexts.Count == 0 ? null : string.Join(' ', entry.Tagging.Contexts.Distinct().Order().Select(Wire.Name)),
            course.Language,
            course.SubtitleLanguages.Count == 0 ? null : string.Join(' ', course.SubtitleLanguages.Distinct().Order(StringComparer.Ordinal)),
            course.Provider,
            course.Source,
            Wire.Name(course.Price),
            Wire.Name(course.Access),
            Wire.Name(course.Mode),
            Wire.Name(course.Credential),
            Wire.Name(course.Tutor),
            WorkHours.Bucket(minutes),
            Schedule.Text(course),
            Wire.Name(entry.Link),
            Wire.Name(entry.State),
        ];
        return string.Join(Separator, Array.ConvertAll(keys, key => key?.Replace(Separator, ' ')));
    }

    /// <summary>The codes of a line's columns; unknown keys take new codes.</summary>
    public static FacetCodes Codes(ReadOnlySpan<char> line, FacetDictionary[] dictionaries)
    {
        var codes = new FacetCodes();
        var column = 0;
        foreach (var range in line.Split(Separator))
        {
            codes[column] = dictionaries[column].Code(line[range]);
            column++;
        }

        return codes;
    }
}
