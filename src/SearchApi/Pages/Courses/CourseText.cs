using DcCourseIndex.Catalog.Language;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Pages.Courses;

/// <summary>What a course says of itself, on its page.</summary>
internal static class CourseText
{
    /// <summary>So many words of a summary tell it from any other.</summary>
    private const int Recognisable = 40;

    /// <summary>The summary by paragraphs; nothing where the description opens with it anyway, be it with a word more or other punctuation.</summary>
    public static IEnumerable<string> Summary(CourseItem course) =>
        course.Description is { } description && Opens(WordsOf(HtmlText.ToText(description)), WordsOf(course.Summary))
            ? []
            : course.Summary.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Safe HTML; sanitised here too, so that no other way into the index can put a script on a page.</summary>
    public static string Description(CourseItem course) => course.Description is { } description ? HtmlSanitiser.Sanitise(description) : "";

    /// <summary>Whether the first words of the summary come in their order within the beginning of the description, one in ten of them aside.</summary>
    private static bool Opens(string[] description, string[] summary)
    {
        var wanted = summary.Take(Recognisable).ToArray();
        var opening = description.Take((wanted.Length * 3 / 2) + 2).ToArray();
        var (found, place) = (0, 0);
        foreach (var word in wanted)
        {
            var at = Array.FindIndex(opening, place, other => other.Equals(word, StringComparison.OrdinalIgnoreCase));
            (found, place) = at < 0 ? (found, place) : (found + 1, at + 1);
        }

        return wanted.Length > 0 && summary.Length <= description.Length && found * 10 >= wanted.Length * 9;
    }

    private static string[] WordsOf(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
