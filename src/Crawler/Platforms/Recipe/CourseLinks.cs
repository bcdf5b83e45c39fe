using DcCourseIndex.Crawler.Platforms.Sitemap;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>Which addresses are courses, and which hosts may be asked for them, as <c>links:</c> says.</summary>
internal sealed class CourseLinks
{
    private readonly SourceDefinition source;
    private readonly List<(string? Host, PathPattern Path)> patterns = [];
    private readonly List<PathPattern> excepted = [];

    public CourseLinks(SourceDefinition source, IEnumerable<string> links)
    {
        this.source = source;
        foreach (var link in links)
        {
            if (link.StartsWith('!')) excepted.Add(new PathPattern(link[1..]));
            else patterns.Add(link.StartsWith('/') ? (null, new PathPattern(link)) : (new Uri(link).IdnHost, new PathPattern(new Uri(link).PathAndQuery)));
        }
    }

    /// <summary>Whether an address is a course; without links: every one is.</summary>
    public bool IsCourse(Uri address) => !excepted.Exists(pattern => pattern.Matches(address)) && (patterns.Count == 0 || patterns.Exists(pattern => IsOn(pattern.Host, address) && pattern.Path.Matches(address)));

    /// <summary>Whether a page may be asked for: on the portal's own host, or on one that the source file names.</summary>
    public bool MayAsk(Uri address) => source.Owns(address) || patterns.Exists(pattern => pattern.Host is not null && IsOn(pattern.Host, address));

    /// <summary>The identifier that an address gives: path and query, before them the host where it is another.</summary>
    public string Id(Uri address)
    {
        var own = Uri.UnescapeDataString(address.PathAndQuery).Trim('/');
        return source.Owns(address) ? own : $"{address.IdnHost}/{own}";
    }

    private bool IsOn(string? host, Uri address) => host is null ? source.Owns(address) : string.Equals(host, address.IdnHost, StringComparison.OrdinalIgnoreCase);
}
