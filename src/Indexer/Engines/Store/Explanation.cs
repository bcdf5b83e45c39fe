using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Highlighting;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Says in words where the words of a query stand in a course, in which form, and what each part of the score comes from.</summary>
internal sealed class Explanation(CourseTexts texts, Func<Clause, (Marker Typed, Marker Others)> markers, Correction? correction)
{
    // A page after the first may be explained from a later state of the index.
    private const double NotOfThisState = 0.02;

    /// <summary>The sentence in the reader's language; numbers only where hits are ordered by them.</summary>
    public string Of(CatalogCourse course, double? score, ScoreParts? parts, IReadOnlyList<Clause> clauses, string language)
    {
        var say = ExplanationWords.In(language);
        if (clauses.Count == 0)
        {
            return say.NoWord;
        }

        var fits = parts is not null && score is { } known && Math.Abs(parts.Sum - known) <= NotOfThisState * Math.Max(1, known);
        var shown = fits ? parts!.Rounded(score!.Value) : null;
        var values = (shown?.Words ?? []).Where(word => word.Clause is not null).ToDictionary(object (word) => word.Clause!, word => word.Value, ReferenceEqualityComparer.Instance);
        List<string> sentences = [.. (values.Count == 0 ? clauses.DistinctBy(Typed) : clauses.Where(values.ContainsKey))
            .Select(clause => Found(course, clause, say) + (values.TryGetValue(clause, out var value) ? Number(value) : ""))];
        if (shown is not null)
        {
            sentences.AddRange(shown.Words.Where(word => word.Clause is null).Select(word => say.AllWords + Number(word.Value)));
            Add(say.Title, shown.Title);
            Add(say.Topic, shown.Topic);
            Add(say.Theme, shown.Theme);
            Add(say.Prior, shown.Prior);
        }

        var read = correction is { Applied: true } other && say.Reasons.TryGetValue(other.Reason, out var reason) ? string.Format(CultureInfo.InvariantCulture, say.ReadAs, other.Query, reason) + " " : "";
        var sentence = read + string.Join("; ", sentences) + ".";
        return score is { } number ? string.Create(CultureInfo.InvariantCulture, $"{sentence} {say.Score}: {number:0.00}.") : sentence;

        void Add(string name, double value)
        {
            if (value != 0)
            {
                sentences.Add(name + Number(value));
            }
        }
    }

    /// <summary>The part of the clauses that a course has, 0 to 1.</summary>
    public double Coverage(CatalogCourse course, IReadOnlyList<Clause> clauses) =>
        clauses.Count == 0 ? 1 : clauses.Count(clause => Where(course, clause).Columns.Count > 0) / (double)clauses.Count;

    private string Found(CatalogCourse course, Clause clause, ExplanationWords say)
    {
        var (columns, form, by) = Where(course, clause);
        var places = columns.Count > 0 ? string.Join(", ", columns.Select(column => say.Columns[column])) : say.Nowhere;
        var words = form.Length == 0 ? "" : $" ({by switch { Form.Other => say.OtherForm, Form.Synonym => say.Synonym, Form.Translation => say.Translation, _ => "" }} «{form}»)";
        return $"«{Typed(clause)}»: {places}{words}";
    }

    private (IReadOnlyList<int> Columns, string Form, Form By) Where(CatalogCourse course, Clause clause)
    {
        var (typed, others) = markers(clause);
        var codes = clause.Units.Where(unit => unit.Kind == UnitKind.Code).Select(unit => unit.CodeTerm).ToList();
        var columns = texts.Columns(course).Index().Where(column => column.Index == 0 || !clause.Units[0].InTitle).ToList();
        if (In(typed, codes) is { Columns.Count: > 0 } direct)
        {
            var wanted = TextFolding.Fold(Typed(clause));
            return direct.Words.Count == 0 || direct.Words.Any(word => TextFolding.Fold(word) == wanted) || clause.Units.Count > 1
                ? (direct.Columns, "", Form.Same)
                : (direct.Columns, direct.Words[0], Form.Other);
        }

        var indirect = In(others, []);
        return indirect.Words.Count == 0
            ? (indirect.Columns, "", Form.Same)
            : (indirect.Columns, indirect.Words[0], IsCyrillic(indirect.Words[0]) == IsCyrillic(Typed(clause)) ? Form.Synonym : Form.Translation);

        (List<int> Columns, List<string> Words) In(Marker marker, List<string?> terms)
        {
            List<int> found = [];
            List<string> words = [];
            foreach (var (column, values) in columns)
            {
                var before = words.Count;
                var hasTerm = false;
                foreach (var value in values)
                {
                    hasTerm |= value.IsTerm && terms.Contains(value.Text);
                    words.AddRange(value.IsTerm ? [] : marker.Marks(value.Text).Select(mark => value.Text.Substring(mark.Start, mark.Length)));
                }

                if (hasTerm || words.Count > before)
                {
                    found.Add(column);
                }
            }

            return (found, words);
        }
    }

    private static string Typed(Clause clause) => string.Join(' ', clause.Units.Select(unit => unit.Typed));

    private static string Number(double value) => value.ToString(" +0.00; −0.00; +0.00", CultureInfo.InvariantCulture);

    private static bool IsCyrillic(string text) => text.Any(letter => letter is >= 'Ѐ' and <= 'ӿ');

    private enum Form { Same, Other, Synonym, Translation }
}
