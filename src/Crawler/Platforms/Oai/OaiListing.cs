using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>Makes a raw listing of the metadata of a record. Pure.</summary>
internal static partial class OaiListing
{
    /// <summary>Null where the record has no title or leads nowhere.</summary>
    public static RawListing? Of(OaiRecord record, SourceDefinition source)
    {
        var title = Best(record, "title", source.Language);
        var address = Address(record, source);
        if (title is null || address is null) return null;
        var rights = record.Values("rights").ToList();
        var open = rights.Contains("info:eu-repo/semantics/openAccess", StringComparer.OrdinalIgnoreCase);
        return new RawListing
        {
            Id = record.Identifier,
            Title = title,
            Url = address.AbsoluteUri,
            Summary = Best(record, "description", source.Language),
            Language = record.Values("language").FirstOrDefault(language => LanguageTags.Canonical(language) is not null),
            Publisher = record.Values("publisher").FirstOrDefault(),
            Authors = Some(record, "creator"),
            Keywords = Some(record, "subject"),
            Licence = rights.FirstOrDefault(right => Licence().IsMatch(right)),
            Access = open ? Wire.Name(Access.Open) : null,
            Price = record.Values("cost").FirstOrDefault()?.ToLowerInvariant() switch
            {
                "no" => Wire.Name(Price.Free),
                "yes" => Wire.Name(Price.Paid),
                _ => open ? Wire.Name(Price.Free) : null,
            },
            Level = record.Values("difficulty").FirstOrDefault()?.ToLowerInvariant() switch
            {
                "very easy" or "easy" => Wire.Name(Level.Foundation),
                "medium" => Wire.Name(Level.Intermediate),
                "difficult" or "very difficult" => Wire.Name(Level.Advanced),
                _ => null,
            },
            Workload = record.Values("learningTime").FirstOrDefault(),
        };
    }

    // A value marked as being in the source's language goes before others; repositories mark few.
    private static string? Best(OaiRecord record, string name, string language)
    {
        var values = record.Metadata.Where(element => element.Name == name).ToList();
        return (values.Find(value => value.Language?.StartsWith(language, StringComparison.OrdinalIgnoreCase) == true) ?? values.FirstOrDefault())?.Value;
    }

    private static List<string>? Some(OaiRecord record, string name) =>
        record.Values(name).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } values ? values : null;

    /// <summary>
    /// The page of the course. DSpace and OJS name the record's page as an identifier; EPrints names files there, its own page as the first relation,
    /// and the address that the authors gave (the course itself) as another.
    /// </summary>
    private static Uri? Address(OaiRecord record, SourceDefinition source)
    {
        var identifiers = Links(record, "identifier");
        var relations = Links(record, "relation");
        return identifiers.Find(link => !IsFile(link))
            ?? relations.Find(link => !source.Owns(link) && !IsFile(link))
            ?? relations.Find(link => !IsFile(link))
            ?? Links(record, "source").Find(link => !IsFile(link))
            ?? identifiers.FirstOrDefault();
    }

    private static List<Uri> Links(OaiRecord record, string name) =>
        [.. record.Values(name).Select(value => Uri.TryCreate(value, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : null).OfType<Uri>()];

    private static bool IsFile(Uri link) => FileName().IsMatch(link.AbsolutePath);

    [GeneratedRegex(@"\.(?:pdf|docx?|pptx?|xlsx?|txt|rtf|odt|odp|zip|rar|7z|epub|djvu?|jpe?g|png|gif|mp[34]|avi|xml)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex(@"creativecommons\.org|^\s*CC[ -]|^\s*CC0", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Licence();
}
