using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Sitemap;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Visibility;

/// <summary>Looks at what a portal says to search engines: robots.txt, sitemap, and the head of a few course pages.</summary>
internal sealed class VisibilityLook(SourceDefinition source, PageFetcher fetcher, OutdatedTerms? terms)
{
    private const int Pages = 3;
    private const int MostTitles = 10;

    /// <summary>Asks at most four times more.</summary>
    public async Task<VisibilityReport> AtAsync(IReadOnlyList<HarvestEntry> courses, CancellationToken ct)
    {
        IReadOnlyList<TitleHint> titles = terms is null ? [] : [.. courses.SelectMany(entry => terms.In(entry.Course.Title)).DistinctBy(hint => (hint.Title, hint.Word)).Take(MostTitles)];
        if (source.Address is not { Scheme: "http" or "https" } address) return new([], titles);

        var (rules, unread) = await fetcher.RobotsAsync(address, ct);
        var lines = new List<VisibilityLine>
        {
            unread is not null ? new("robots.txt", false, $"cannot be read, and search engines then stay away: {unread.Message}")
            : rules.Allows(address) ? new("robots.txt", true, "lets the portal be read.")
            : new("robots.txt", false, "closes the portal; allow the course pages in it."),
        };
        if (unread is not null) return new(lines, titles);
        lines.Add(await SitemapAsync(address, rules.Sitemaps, ct));
        lines.AddRange(await PagesAsync(courses, ct));
        return new(lines, titles);
    }

    private async Task<VisibilityLine> SitemapAsync(Uri address, IReadOnlyList<string> named, CancellationToken ct)
    {
        if (named.Count > 0) return new("sitemap", true, $"robots.txt names {named[0]}.");
        var usual = new Uri(new Uri(address.GetLeftPart(UriPartial.Authority)), "sitemap.xml");
        var page = await fetcher.FetchAsync(new PageRequest(usual) { Accept = "application/xml,text/xml" }, ct);
        return IsSitemap(page)
            ? new("sitemap", true, $"{usual} is one; name it in robots.txt, so that everybody finds it.")
            : new("sitemap", false, "robots.txt names none, and there is none at /sitemap.xml; publish one with the course pages and their dates of change.");
    }

    private async Task<IEnumerable<VisibilityLine>> PagesAsync(IReadOnlyList<HarvestEntry> courses, CancellationToken ct)
    {
        var (read, hidden, described) = (0, 0, 0);
        var step = Math.Max(1, courses.Count / Pages);
        foreach (var url in courses.Where((_, i) => i % step == 0).Take(Pages).Select(entry => new Uri(entry.Course.Url)).Where(source.Owns))
        {
            var page = await fetcher.FetchAsync(new PageRequest(url), ct);
            if (!page.IsSuccess) continue;
            read++;
            hidden += page.Rules.Indexing.NotListedBy is null ? 0 : 1;
            described += IsDescribed(page) ? 1 : 0;
        }

        if (read == 0) return [new("course pages", false, "none on the portal's own host could be looked at.")];
        return
        [
            hidden == 0 ? new("noindex", true, Text($"none of {read} course pages asks not to be listed.")) : new("noindex", false, Text($"{hidden} of {read} course pages ask search engines not to list them; take «noindex» out of meta robots or X-Robots-Tag.")),
            described == read ? new("schema.org", true, Text($"all of {read} course pages describe the course for programs."))
                : new("schema.org", false, Text($"{read - described} of {read} course pages do not describe the course for programs; add schema.org Course as JSON-LD with name, description, provider, offers and hasCourseInstance.")),
        ];
    }

    private static bool IsDescribed(Page page)
    {
        try
        {
            return CoursePageReader.ReadAll(page, "page", anyPage: false).Count > 0;
        }
        catch (ListingUnreliableException)
        {
            return false;
        }
    }

    private static bool IsSitemap(Page page)
    {
        if (!page.IsSuccess) return false;
        try
        {
            return SitemapReader.Read(page) is { } file && file.Entries.Count + file.Files.Count > 0;
        }
        catch (ListingUnreliableException)
        {
            return false;
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
