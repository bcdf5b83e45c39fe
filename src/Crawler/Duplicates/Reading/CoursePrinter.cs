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
        var links = Links(course, address).Take(LinksRead).ToList();
        return new CoursePrint
        {
            Id = course.Id,
            Source = course.Source,
            Language = course.Language is "mul" ? null : course.Language?.Split('-')[0],
            Address = address,
            Key = CourseKey.Of(course.SourceId) ?? CourseKey.Of(course.Url),
            Announces = links,
            Title = TitleWords.Of(course.Title, analysis),
            Marks = TitleMarks.Of(course.Title, analysis),
            Publisher = Organisation.Of(course.Publisher, analysis),
            Provider = Organisation.Of(course.Provider, analysis),
            Teachers = Teachers.Of(course, text),
            Text = ListingText.Of(text, analysis),
        };
    }

    private static IEnumerable<string> Links(Course course, CanonicalAddress? own) =>
        Link().Matches(course.Description).Concat(Bare().Matches(course.Summary))
            .Select(match => WebUtility.HtmlDecode(match.Groups["url"].Value).TrimEnd('.', ',', ';', ')', '!', '?'))
            .SelectMany(url => new[] { CanonicalAddress.Of(url)?.Text, CourseKey.Of(url) })
            .OfType<string>()
            .Where(link => link != own?.Text)
            .Distinct();

    [GeneratedRegex("""href="(?<url>https?://[^"]{4,1000})["]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("""(?<url>https?://[^\s<>"'«»“]{4,1000})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
