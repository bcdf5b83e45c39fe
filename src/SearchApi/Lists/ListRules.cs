using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Lists;

/// <summary>What a list may hold: plain text of a bounded length and courses that each stand once.</summary>
internal static class ListRules
{
    public const int MostCourses = 50;
    public const int LongestName = 120;
    public const int LongestAbout = 1000;
    public const int LongestNote = 300;

    /// <summary>The list with its texts in one line each, without control characters; what is too long is left for <see cref="Objection"/>.</summary>
    public static ChosenCourses Clean(ChosenCourses list) => new(
        PlainLine.Of(list.Name), PlainLine.Of(list.About), [.. list.Courses.Select(course => course with { Note = PlainLine.Of(course.Note) })]);

    /// <summary>The member that breaks a rule, and the rule; null where none does.</summary>
    public static (string Member, string Rule)? Objection(ChosenCourses list)
    {
        if (list.Name.Length > LongestName)
            return ("name", $"at most {LongestName} characters.");
        if (list.About.Length > LongestAbout)
            return ("about", $"at most {LongestAbout} characters.");
        if (list.Courses.Count > MostCourses)
            return ("courses", $"at most {MostCourses} courses.");
        if (list.Courses.FirstOrDefault(course => !CourseId.IsWellFormed(course.Id)) is not null)
            return ("courses", "an id is «source.key», as answers have it.");
        if (list.Courses.FirstOrDefault(course => course.Note.Length > LongestNote) is not null)
            return ("courses", $"a note has at most {LongestNote} characters.");
        if (list.Courses.Any(course => course.Primary is { } code && !(code.Length == 3 && char.IsAsciiDigit(code[0]) && code[1] == '.' && char.IsAsciiDigit(code[2]))))
            return ("courses", "a competence is a code of DigComp 2.2.");
        return list.Courses.DistinctBy(course => course.Id).Count() < list.Courses.Count ? ("courses", "a course stands once.") : null;
    }
}
