using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Pages.Courses;

/// <summary>Facts of a course in words.</summary>
internal static partial class CourseWords
{
    private const int ShortLabel = 42;
    private const int ExcerptLength = 260;

    /// <summary>An ISO 8601 duration in words; as it is where it is not one.</summary>
    public static string Length(PageTexts texts, string duration)
    {
        var match = IsoDuration().Match(duration);
        string[] units = ["years", "months", "weeks", "days", "hours", "minutes"];
        var parts = units.Where(unit => match.Groups[unit].Success)
            .Select(unit => texts.Count($"count.{unit}", int.Parse(match.Groups[unit].Value, System.Globalization.CultureInfo.InvariantCulture)))
            .ToList();
        return parts.Count == 0 ? duration : string.Join(" ", parts);
    }

    /// <summary>A competence's name cut between words, for badges; the whole name stands beside the evidence.</summary>
    public static string Short(string label)
    {
        if (label.Length <= ShortLabel)
            return label;
        var end = label.LastIndexOf(' ', ShortLabel);
        return label[..(end > 0 ? end : ShortLabel)].TrimEnd(',', '.', ' ', '(', ':') + "…";
    }

    /// <summary>The beginning of a summary, cut between words.</summary>
    public static string Excerpt(string summary)
    {
        if (summary.Length <= ExcerptLength)
            return summary;
        var end = summary.LastIndexOfAny([' ', '\n'], ExcerptLength);
        return summary[..(end > 0 ? end : ExcerptLength)].TrimEnd(',', '.', ' ', ':') + "…";
    }

    /// <summary>An address to follow; other schemes than http and https lead nowhere.</summary>
    public static string? Address(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? url : null;

    /// <summary>What an assignment rests on.</summary>
    public static string Reason(PageTexts texts, Evidence evidence) => evidence.Kind switch
    {
        EvidenceKind.Text => texts.Fill("evidence.text", texts.Value("field", evidence.Field), evidence.Text),
        EvidenceKind.Source => evidence.Text.Length == 0 ? texts["evidence.source"] : texts.Fill("evidence.sourceWords", evidence.Text),
        _ => texts["evidence.librarian"],
    };

    /// <summary>The same for all that an assignment rests on: words of one field in one sentence.</summary>
    public static IEnumerable<string> Reasons(PageTexts texts, IEnumerable<Evidence> evidence) => evidence
        .GroupBy(one => one.Kind == EvidenceKind.Text ? one.Field : $"{one.Kind} {one.Text}")
        .Select(same => Reason(texts, same.First() with { Text = string.Join(texts["evidence.next"], same.Select(one => one.Text).Distinct(StringComparer.OrdinalIgnoreCase)) }));

    public static string Confidence(PageTexts texts, double confidence) => texts.Fill("hit.confidence", texts.Percent(confidence));

    /// <summary>The price with its amounts, where the portal states any.</summary>
    public static string Price(PageTexts texts, CourseItem course) =>
        string.Join(" · ", course.Prices.Select(tag => texts.Amount(tag.Amount, tag.Currency)).Prepend(texts.Value("price", Wire.Name(course.Price))));

    public static string? Span(PageTexts texts, DateTimeOffset? from, DateTimeOffset? until) => (from, until) switch
    {
        ({ } start, { } end) => texts.Fill("course.runs", texts.Date(start), texts.Date(end)),
        ({ } start, null) => texts.Fill("course.from", texts.Date(start)),
        (null, { } end) => texts.Fill("course.until", texts.Date(end)),
        _ => null,
    };

    /// <summary>The language of a course's texts for an HTML attribute; null where it is the page's own or none that HTML knows.</summary>
    public static string? Lang(string? language, PageTexts page) => language is null or "mul" || language == page.Lang ? null : language;

    [GeneratedRegex(@"^P(?:(?<years>\d{1,3})Y)?(?:(?<months>\d{1,3})M)?(?:(?<weeks>\d{1,4})W)?(?:(?<days>\d{1,5})D)?(?:T(?:(?<hours>\d{1,5})H)?(?:(?<minutes>\d{1,5})M)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDuration();
}
