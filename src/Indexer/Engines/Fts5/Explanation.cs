using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Highlighting;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>Says in a sentence where the words of a query stand in a course.</summary>
internal static class Explanation
{
    /// <summary>The sentence in the reader's language.</summary>
    public static string Of(CatalogCourse course, double score, MatchPlan? plan, Func<IReadOnlyList<Clause>, Marker> marker, CourseQuery query)
    {
        var english = query.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        if (plan is null || plan.Clauses.Count == 0)
        {
            return english ? "The query has no words, so every course fits." : "Запит не має слів, тому підходить кожен курс.";
        }

        var parts = plan.Clauses.Select(clause =>
        {
            var words = $"«{string.Join(' ', clause.Units.Select(unit => unit.Typed))}»";
            var places = Fields(course, english).Where(field => marker([clause]).Marks(field.Text).Count > 0).Select(field => field.Name).ToList();
            return (places.Count, english) switch
            {
                (0, true) => $"{words}: in the names or codes of its competences, or not at all",
                (0, false) => $"{words}: у назвах чи кодах компетентностей або ніде",
                (_, true) => $"{words}: in the {string.Join(", ", places)}",
                (_, false) => $"{words}: {string.Join(", ", places)}",
            };
        });
        var sentence = string.Join("; ", parts);
        return query.Sort == SortOrder.Relevance
            ? string.Create(CultureInfo.InvariantCulture, $"{sentence}. {(english ? "Score" : "Оцінка")} {score:0.00}.")
            : sentence + ".";
    }

    /// <summary>Everything of a course that words are looked for in, except the names of its competences.</summary>
    public static string AllText(CatalogCourse course) => string.Join(" \n ", Fields(course, english: true).Select(field => field.Text));

    private static (string Name, string Text)[] Fields(CatalogCourse entry, bool english)
    {
        var course = entry.Course;
        string?[] keywords = [.. course.Keywords, .. course.Subjects, .. course.Authors, course.Provider, course.Publisher];
        return
        [
            (english ? "title" : "назва", course.Title),
            (english ? "keywords" : "ключові слова", string.Join(" \n ", keywords.OfType<string>())),
            (english ? "summary" : "анотація", course.Summary),
            (english ? "description" : "опис", CourseTexts.Description(course)),
        ];
    }
}
