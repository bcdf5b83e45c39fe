using DcCourseIndex.Portals.Courses;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>One custom field of a course as pages and web services show it.</summary>
internal sealed record CustomField(string Name, string ShortName, string Type, string Value);

/// <summary>The custom fields that the invented portals have defined.</summary>
internal static class CustomFields
{
    public static IEnumerable<CustomField> Of(InventedCourse course)
    {
        if (course.Level is { } level)
        {
            yield return new("Рівень", "level", "select", level);
        }

        if (course.Hours is { } hours)
        {
            yield return new("Обсяг, год.", "hours", "text", hours);
        }

        if (course.DigComp is { } codes)
        {
            yield return new("Компетентність DigComp", "digcomp", "text", codes);
        }

        if (course.Certificate is { } certificate)
        {
            yield return new("Сертифікат", "cert", "checkbox", certificate ? "Так" : "Ні");
        }
    }
}
