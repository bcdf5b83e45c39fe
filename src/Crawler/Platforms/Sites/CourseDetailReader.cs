using AngleSharp.Html.Dom;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.Sitemap;

namespace DcCourseIndex.Crawler.Platforms.Sites;

/// <summary>Reads the page of one course on a site without an interface: schema.org where the page has it, else its heading and description, and in either case what stands beside the usual labels. Pure.</summary>
internal static class CourseDetailReader
{
    private const int ShortestDescription = 80;

    /// <summary>Null where the page has neither a course's markup nor a heading: it is a shell that a browser fills.</summary>
    public static RawListing? Read(Page page, IHtmlDocument document, string id)
    {
        var headed = Words.Plain(document.QuerySelector("h1")?.TextContent) is not null || document.QuerySelector("meta[property='og:title'][content]") is not null;
        if (CoursePageReader.Read(page, id, anyPage: headed) is not { } listing) return null;
        var fields = new LabelledFields(document);
        return listing with
        {
            Url = page.Address.AbsoluteUri,
            Description = listing.Description ?? Description(document),
            Language = listing.Language ?? Language(fields.Value("мова", "мова курсу", "мова викладання", "language")),
            Publisher = fields.Value("партнер", "партнери", "розробник", "розробники", "організація", "університет", "partner", "partners", "institution") ?? listing.Publisher,
            Authors = listing.Authors ?? Names(fields.Value("викладач", "викладачі", "викладачка", "лектор", "лектори", "автор", "автори", "спікер", "спікери", "instructor", "instructors", "speakers", "author")),
            Subjects = listing.Subjects ?? Names(fields.Value("категорія", "категорії", "тема", "теми", "напрям", "напрямок", "category", "topic")),
            Level = listing.Level ?? fields.Value("рівень", "рівень складності", "складність", "level"),
            Workload = listing.Workload ?? fields.Value("навантаження", "обсяг", "кількість годин", "workload", "effort"),
            Duration = listing.Duration ?? fields.Value("тривалість", "тривалість курсу", "довжина курсу", "тривалість навчання", "duration", "length"),
            Credential = listing.Credential ?? Credential(fields.Value("сертифікат", "документ", "certificate"), document),
        };
    }

    // The class says description, and the text is long enough to be one; menus and footers have such classes too.
    private static string? Description(IHtmlDocument document) => document
        .QuerySelectorAll("[class*=description], [class*=about], [itemprop=description]")
        .Take(50)
        .Where(element => element.Closest("header, footer, nav, aside, a, meta") is null && element.LocalName is not ("body" or "html" or "main"))
        .Where(element => Words.Plain(element.TextContent)?.Length >= ShortestDescription)
        .Select(element => element.InnerHtml.Trim())
        .FirstOrDefault();

    private static string? Language(string? word) => word?.ToLowerInvariant() switch
    {
        null => null,
        var uk when uk.StartsWith("укр", StringComparison.Ordinal) || uk == "ukrainian" => "uk",
        var en when en.StartsWith("англ", StringComparison.Ordinal) || en == "english" => "en",
        _ => null,
    };

    private static List<string>? Names(string? text)
    {
        var names = text?.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        return names is { Count: > 0 } ? names : null;
    }

    // A value beside the label decides; else a button or line that promises one, unless the page says there is none.
    private static string? Credential(string? said, IHtmlDocument document)
    {
        if (said is not null) return said.StartsWith("ні", StringComparison.OrdinalIgnoreCase) || said.StartsWith("без", StringComparison.OrdinalIgnoreCase) || said.StartsWith("no", StringComparison.OrdinalIgnoreCase) ? Wire.Name(Catalog.Courses.Credential.None) : Wire.Name(Catalog.Courses.Credential.Certificate);
        var text = Words.Plain((document.QuerySelector("main") ?? document.Body)?.TextContent)?.ToLowerInvariant() ?? "";
        if (text.Contains("без сертифіката", StringComparison.Ordinal) || text.Contains("сертифікат не вида", StringComparison.Ordinal)) return null;
        return text.Contains("отримайте сертифікат", StringComparison.Ordinal) || text.Contains("отримаєте сертифікат", StringComparison.Ordinal) || text.Contains("отримати сертифікат", StringComparison.Ordinal) || text.Contains("get a certificate", StringComparison.Ordinal)
            ? Wire.Name(Catalog.Courses.Credential.Certificate)
            : null;
    }
}
