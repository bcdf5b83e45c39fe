using System.Text.Json;
using System.Text.RegularExpressions;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Probing.Probes;

/// <summary>Looks for the REST interface of a WordPress: where the page names it, at <c>/wp-json/</c>, and behind <c>?rest_route=</c>.</summary>
internal sealed partial class WordPressProbe(PlatformTrial trial) : IProbe
{
    private const int Sample = 7;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProbeFinding>> AskAsync(ProbedSite site, CancellationToken ct)
    {
        var findings = new List<ProbeFinding>();
        var named = Named(site);
        if (named is null && site.Document is null) return findings;
        var isMarked = named is not null || site.Text.Contains("/wp-content/", StringComparison.Ordinal);
        Uri[] places = named is not null ? [named] : [SourceAddress.Below(site.Folder, "wp-json/"), .. isMarked ? [new Uri($"{site.Folder.AbsoluteUri.TrimEnd('/')}/?rest_route=/")] : Array.Empty<Uri>()];
        foreach (var place in places)
        {
            var page = await site.GetAsync(place, "application/json", ct);
            var (speaks, name) = Speaks(page);
            findings.Add(new("WordPress", place, ProbeStatus.Of(page), speaks ? "the REST interface" : "no REST interface"));
            if (speaks) return [.. findings, await LookAsync(site, RootOf(place), name, ct)];
        }

        // Where the interface is closed, the platform reads the site's feed.
        return isMarked ? [.. findings, await LookAsync(site, named is null ? site.Folder : RootOf(named), null, ct)] : findings;
    }

    private async Task<ProbeFinding> LookAsync(ProbedSite site, Uri root, string? name, CancellationToken ct)
    {
        var look = await trial.RunAsync(site.As("wordpress", root), site.Fetcher, Sample, ct);
        return new("WordPress", root, ProbeStatus.Of(site.Home), look.Courses == 0 ? $"a WordPress, but {look.Failure}" : $"posts and pages that announce courses, {look.Count}")
        {
            Courses = look.Courses,
            Draft = look.Courses == 0 ? null : new("wordpress", root, Standing.WordPress)
            {
                Title = name,
                Unknown = ["Whether everything that was taken for a course is one; name the categories that announce courses under categories:."],
            },
            Remedy = look.Courses > 0 ? null : $"This is a WordPress. If its posts announce courses, write platform: wordpress, address: {root.AbsoluteUri.TrimEnd('/')} and the categories: that do into a source file by hand, and look with check.",
        };
    }

    private static Uri? Named(ProbedSite site)
    {
        var header = site.Home.Headers.TryGetValue("Link", out var text) ? HeaderLink().Match(text) : Match.Empty;
        var href = header.Success ? header.Groups[1].Value : site.Document?.QuerySelector("link[rel='https://api.w.org/']")?.GetAttribute("href");
        return WebLink.Of(href, site.Home.Address) is { } address && site.Owns(address) ? address : null;
    }

    // «…/wp-json/» and «…/?rest_route=/» both lie below the site's root.
    private static Uri RootOf(Uri rest)
    {
        var path = rest.GetLeftPart(UriPartial.Path);
        var at = path.LastIndexOf("/wp-json", StringComparison.Ordinal);
        return new Uri(at < 0 ? path : path[..at]);
    }

    // Whether this is the interface, and what it calls the site.
    private static (bool Speaks, string? Name) Speaks(Page page)
    {
        if (!page.IsSuccess) return (false, null);
        try
        {
            using var json = Answers.Json(page);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && (root.Member("namespaces") ?? root.Member("routes")) is not null
                ? (true, root.Member("name") is { ValueKind: JsonValueKind.String } name ? Words.Unescaped(name.GetString()) : null)
                : (false, null);
        }
        catch (ListingUnreliableException)
        {
            return (false, null);
        }
    }

    // RFC 8288 §3: <address>; rel="https://api.w.org/"
    [GeneratedRegex("""<([^<>]+)>\s*;[^<,]*rel="?https://api\.w\.org/""", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderLink();
}
