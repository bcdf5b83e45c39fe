using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Highlighting;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Says in a sentence where the words of a query stand in a course.</summary>
internal sealed class Explanation(CourseTexts texts, Func<Clause, Marker> marker)
{
    private static readonly string[] English = ["title", "competences", "keywords", "summary", "description"];
    private static readonly string[] Ukrainian = ["назва", "компетентності", "ключові слова", "анотація", "опис"];

    /// <summary>The sentence in the reader's language; the score only where hits are ordered by it.</summary>
    public string Of(CatalogCourse course, double? score, IReadOnlyList<Clause> clauses, string language)
    {
        var english = language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        if (clauses.Count == 0)
        {
            return english ? "The query asks for no word, so every course fits." : "Запит не вимагає жодного слова, тому підходить кожен курс.";
        }

        var parts = clauses.Select(clause =>
        {
            var words = string.Join(' ', clause.Units.Select(unit => unit.Typed));
            var columns = Columns(course, clause).Select(column => (english ? English : Ukrainian)[column]).ToList();
            return $"«{words}»: {(columns.Count > 0 ? string.Join(", ", columns) : english ? "nowhere" : "ніде")}";
        });
        var sentence = string.Join("; ", parts);
        return score is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"{sentence}. {(english ? "Score" : "Оцінка")}: {number:0.00}.")
            : sentence + ".";
    }

    /// <summary>The part of the clauses that a course has, 0 to 1.</summary>
    public double Coverage(CatalogCourse course, IReadOnlyList<Clause> clauses) =>
        clauses.Count == 0 ? 1 : clauses.Count(clause => Columns(course, clause).Any()) / (double)clauses.Count;

    private IEnumerable<int> Columns(CatalogCourse course, Clause clause)
    {
        var found = marker(clause);
        var codes = clause.Units.Where(unit => unit.Kind == UnitKind.Code).Select(unit => unit.CodeTerm).ToList();
        return texts.Columns(course).Index()
            .Where(column => column.Item.Any(value => value.IsTerm ? codes.Contains(value.Text) : found.Marks(value.Text).Count > 0))
            .Select(column => column.Index);
    }
}
