using AngleSharp.Html.Dom;
using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Probing.Cards;

/// <summary>How a course's page names its facts by labels, in the words of a recipe.</summary>
/// <param name="Rows">The selector of a row, or of the element around all of them.</param>
/// <param name="Name">The selector of the label.</param>
/// <param name="Value">The selector of the value.</param>
/// <param name="Fields">Which field each known label stands for, each field once.</param>
internal sealed record LabelShape(string Rows, string Name, string Value, IReadOnlyList<(string Field, string Label)> Fields)
{
    // The usual ways of writing a table of facts.
    private static readonly (string Rows, string Name, string Value)[] Usual = [("dl", "dt", "dd"), ("tr", "th", "td"), ("li", "b", "span"), ("li", "strong", "span")];

    private static readonly (string Field, string[] Labels)[] Known =
    [
        ("level", ["рівень", "рівень складності", "складність", "level", "difficulty"]),
        ("workload", ["обсяг", "кількість годин", "годин", "навантаження", "тривалість", "workload", "effort", "duration"]),
        ("language", ["мова", "мова курсу", "мова викладання", "language"]),
        ("price", ["вартість", "ціна", "price", "cost"]),
        ("authors", ["викладач", "викладачі", "автор", "автори", "лектор", "instructor", "teacher"]),
        ("publisher", ["заклад", "організатор", "установа", "publisher", "institution"]),
    ];

    /// <summary>Null where the page has no labels that are known.</summary>
    public static LabelShape? Of(IHtmlDocument course)
    {
        foreach (var (rows, name, value) in Usual)
        {
            var labels = course.QuerySelectorAll($"{rows} {name}").Select(label => Words.Plain(label.TextContent)?.TrimEnd(':', ' ')).OfType<string>().ToList();
            var fields = Known
                .Select(known => (known.Field, Label: known.Labels.Select(word => labels.Find(label => label.Equals(word, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(label => label is not null)))
                .Where(field => field.Label is not null)
                .Select(field => (field.Field, field.Label!))
                .ToList();
            if (fields.Count > 0) return new(rows, name, value, fields);
        }

        return null;
    }
}
