using System.Globalization;
using System.Xml;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Hosting;

namespace DcCourseIndex.SearchApi.Crawlers;

/// <summary>
/// Every course's page in both languages for search engines (sitemaps.org protocol 0.9). The list is read from the index at most once
/// in <see cref="ReadEvery"/>, and only if the index has moved: crawlers ask often and need no fresher one.
/// </summary>
internal sealed class SiteMap(ICourseSearcher searcher, TimeProvider clock)
{
    /// <summary>Courses of one file: each has two addresses, and a file may hold 50,000.</summary>
    public const int Part = 20_000;

    public static readonly TimeSpan ReadEvery = TimeSpan.FromHours(1);

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Html = "http://www.w3.org/1999/xhtml";
    private const int Step = 100;
    private static readonly string[] Languages = ["uk", "en"];

    private readonly Lock reading = new();
    private IReadOnlyList<(string Id, DateTimeOffset Changed)> known = [];
    private IndexPosition? position;
    private long read;

    /// <summary>The index of the files, with the newest change in each.</summary>
    public byte[] Index(Uri site) => XmlBytes.Of(xml =>
    {
        xml.WriteStartElement("sitemapindex", Namespace);
        foreach (var (part, number) in Courses().Chunk(Part).Select((part, at) => (part, at + 1)))
        {
            xml.WriteStartElement("sitemap", Namespace);
            xml.WriteElementString("loc", Namespace, new Uri(site, string.Create(CultureInfo.InvariantCulture, $"/sitemaps/{number}.xml")).AbsoluteUri);
            xml.WriteElementString("lastmod", Namespace, Time(part.Max(course => course.Changed)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    /// <summary>One file, counted from 1; null where there is none of that number.</summary>
    public byte[]? File(Uri site, int number) => Courses().Chunk(Part).ElementAtOrDefault(number - 1) is { } part ? XmlBytes.Of(xml =>
    {
        xml.WriteStartElement("urlset", Namespace);
        xml.WriteAttributeString("xmlns", "xhtml", null, Html);
        foreach (var (id, changed) in part)
            foreach (var lang in Languages)
                Page(xml, site, id, lang, changed);
        xml.WriteEndElement();
    }) : null;

    private static void Page(XmlWriter xml, Uri site, string id, string lang, DateTimeOffset changed)
    {
        xml.WriteStartElement("url", Namespace);
        xml.WriteElementString("loc", Namespace, SiteAddress.Course(site, id, lang).AbsoluteUri);
        xml.WriteElementString("lastmod", Namespace, Time(changed));
        foreach (var (tongue, page) in new[] { ("uk", "uk"), ("en", "en"), ("x-default", "uk") })
        {
            xml.WriteStartElement("link", Html);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("hreflang", tongue);
            xml.WriteAttributeString("href", SiteAddress.Course(site, id, page).AbsoluteUri);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private IReadOnlyList<(string Id, DateTimeOffset Changed)> Courses()
    {
        lock (reading)
        {
            if (position is null || (position != searcher.Position && clock.GetElapsedTime(read) >= ReadEvery))
            {
                (position, read) = (searcher.Position, clock.GetTimestamp());
                known = Read();
            }
            return known;
        }
    }

    private List<(string Id, DateTimeOffset Changed)> Read()
    {
        var courses = new List<(string, DateTimeOffset)>();
        var query = new CourseQuery { Sort = SortOrder.Id, Limit = Step };
        for (var answer = searcher.Search(query); ; answer = searcher.Search(query = query with { Cursor = answer.Next }))
        {
            courses.AddRange(answer.Hits.Select(hit => (hit.Course.Course.Id, hit.Course.LastChanged)));
            if (answer.Next is null)
                return courses;
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
