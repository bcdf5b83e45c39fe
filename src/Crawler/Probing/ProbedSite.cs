using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Probing;

/// <summary>What every probe knows of a site: the page that was named, its links, and the door to ask for more.</summary>
internal sealed class ProbedSite : IDisposable
{
    private const int Prologue = 1000;
    private static readonly string[] Documents = ["<?xml", "<rss", "<feed", "<opml", "<rdf", "<oai-pmh", "<urlset"];

    private readonly SourceDefinition bare;

    /// <summary>Reads <paramref name="home"/>, which is whatever the given address answered.</summary>
    public ProbedSite(Page home, IPageFetcher fetcher, SourceDefinition bare)
    {
        (Home, Fetcher, this.bare) = (home, fetcher, bare);
        Text = home.IsSuccess ? PageText.Decode(home).Text : "";
        Document = home.IsSuccess && IsHtml(home, Text) ? PageMarkup.Parse(Text, home.Address) : null;
        Root = new Uri(home.Address.GetLeftPart(UriPartial.Authority));
    }

    public Page Home { get; }

    public IPageFetcher Fetcher { get; }

    /// <summary>The given page as text.</summary>
    public string Text { get; }

    /// <summary>Null where the given address is no page for people: a feed, a calendar, JSON.</summary>
    public IHtmlDocument? Document { get; }

    /// <summary>The host, without a path.</summary>
    public Uri Root { get; }

    /// <summary>The given page without query and file name: where the portal lies if not at the root of its host.</summary>
    public Uri Folder
    {
        get
        {
            var path = Home.Address.AbsolutePath;
            var end = path[(path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : path;
            return new Uri(Root, end.TrimEnd('/'));
        }
    }

    /// <summary>Every link of the page on the same host, once each, with its text.</summary>
    public IReadOnlyList<(Uri Address, string Text)> Links => field ??= [.. (Document?.QuerySelectorAll("a[href]") ?? Enumerable.Empty<IElement>())
        .Select(link => (Address: WebLink.Of(link.GetAttribute("href"), Home.Address), Text: link.TextContent.Trim()))
        .Where(link => link.Address is not null && Owns(link.Address))
        .Select(link => (link.Address!, link.Text))
        .DistinctBy(link => link.Item1.AbsoluteUri)];

    /// <summary>Whether an address lies on the probed host; others are not asked.</summary>
    public bool Owns(Uri address) => As("", Root).Owns(address);

    /// <summary>The page below the host's root.</summary>
    public Uri At(string path) => SourceAddress.Below(Root, path);

    /// <summary>Asks for one page of the site.</summary>
    public Task<Page> GetAsync(Uri address, string accept, CancellationToken ct) => Fetcher.FetchAsync(new PageRequest(address) { Accept = accept }, ct);

    /// <summary>The site as a source of a platform.</summary>
    public SourceDefinition As(string platform, Uri address) => bare with { Platform = platform, Address = address };

    /// <summary>The site as a source file by this draft would have it, without its recipe.</summary>
    public SourceDefinition As(SourceDraft draft) => As(draft.Platform, draft.Address) with { Categories = draft.Categories };

    public void Dispose() => Document?.Dispose();

    // Feeds are served as text/html, and pages as XML; what stands at the beginning tells.
    private static bool IsHtml(Page page, string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (!start.StartsWith("<")) return false;
        if (start[..Math.Min(start.Length, Prologue)].Contains("<html", StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var name in Documents)
        {
            if (start.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return page.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) != false;
    }
}
