using System.Net;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>Reads courses for comparing. Safe for many threads.</summary>
internal sealed partial class CoursePrinter(TextAnalysis analysis)
{
    private const int LinksRead = 8;

    public CoursePrint Print(Course course)
    {
        var description = course.Description.Length == 0 ? "" : HtmlText.ToText(course.Description, course.Language);
        var text = description.Length == 0 ? course.Summary
            : description.StartsWith(course.Summary.TrimEnd('…', '.', ' '), StringComparison.Ordinal) ? description
            : course.Summary + "\n" + description;
        var address = CanonicalAddress.Of(course.Url);
        var links = Links(course, address, text).Take(LinksRead).ToList();
        var title = TitleWords.Of(course.Title, analysis);
        var quoted = Quotes.Of(course.Title, text, analysis);
        return new CoursePrint
        {
            Id = course.Id,
            Source = course.Source,
            Language = course.Language is "mul" ? null : course.Language?.Split('-')[0],
            Address = address,
            Key = CourseKey.Of(course.SourceId) ?? CourseKey.Of(course.Url),
            Announces = links,
            Quoted = quoted,
            TitleParts = [.. Quotes.Parts(course.Title, analysis)],
            TitleKey = Quotes.Key(title),
            HasNeighbours = (links.Count > 0 || quoted.Count > 0) && Neighbour().IsMatch(text),
            Title = title,
            TitleLength = TitleWords.Places(analysis.Analyse(course.Title)).Count(),
            Marks = TitleMarks.Of(course.Title, analysis),
            Publisher = Organisation.Of(course.Publisher, analysis),
            Provider = Organisation.Of(course.Provider, analysis),
            Teachers = Teachers.Of(course, text),
            Text = ListingText.Of(text, analysis),
        };
    }

    private static IEnumerable<string> Links(Course course, CanonicalAddress? own, string text) =>
        Link().Matches(course.Description).Concat(text.Contains('/', StringComparison.Ordinal) ? Bare().Matches(text) : [])
            .Select(match => WebUtility.HtmlDecode(match.Groups["url"].Value).TrimEnd('.', ',', ';', ')', '!', '?'))
            .Select(url => url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url)
            .SelectMany(url => new[] { CanonicalAddress.Of(url)?.Text, CourseKey.Of(url) })
            .Concat(Key().Matches(text).Select(match => CourseKey.Of(match.Value)))
            .OfType<string>()
            .Where(link => link != own?.Text)
            .Distinct();

    [GeneratedRegex("""href="(?<url>https?://[^"]{4,1000})["]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"course-v1:[\w.~-]+\+[\w.~-]+\+[\w.~-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(@"\b(?:перед\s+(?:цим\s+)?(?:курсом|початком|проходженням)|попередн\p{L}+|продовжен\p{L}+|після\s+(?:цього\s+)?(?:курсу|проходження|завершення)|спочатку\s+пройд\p{L}+|передумов\p{L}+|інші\s+курси|схожі\s+курси|також\s+(?:радимо|пропонуємо|дивіться)|prerequisite\p{L}*|before\s+this\s+course|follow-up|sequel|continues?|next\s+course|see\s+also|part\s+of)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Neighbour();

    [GeneratedRegex("""(?<url>(?:https?://|(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{2,10}/)[^\s<>"'«»“]{3,1000})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
