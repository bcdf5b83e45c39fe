using System.Globalization;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Sitemap;

namespace DcCourseIndex.Crawler.Probing.Probes;

/// <summary>Reads the sitemap, as robots.txt names it or at the usual places, and a few of the course pages in it.</summary>
internal sealed class SitemapProbe : IProbe
{
    private const int MostFiles = 4;
    private const int Sampled = 3;
    private const string Accepted = "application/xml,text/xml,text/plain";
    private static readonly string[] Usual = ["sitemap.xml", "sitemap_index.xml", "wp-sitemap.xml"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProbeFinding>> AskAsync(ProbedSite site, CancellationToken ct)
    {
        var findings = new List<ProbeFinding>();
        var named = (await site.Fetcher.SitemapsAsync(site.Root, ct)).Select(text => WebLink.Of(text, site.Root)).OfType<Uri>().ToList();
        var (entries, at) = await EntriesAsync(site, named.Count > 0 ? named : [.. Usual.Select(site.At)], all: named.Count > 0, findings, ct);
        if (at is null) return findings;

        var own = entries.Where(site.Owns).ToList();
        if (CoursePaths.Find(own, least: 2) is not { } path)
        {
            findings.Add(new("sitemap", at, "read", Text($"{own.Count} addresses, none of which is named like a course")));
            return findings;
        }

        findings.Add(await SampledAsync(site, at, path, ct));
        return findings;
    }

    private static async Task<(List<Uri> Entries, Uri? At)> EntriesAsync(ProbedSite site, List<Uri> first, bool all, List<ProbeFinding> findings, CancellationToken ct)
    {
        var (entries, at) = (new List<Uri>(), (Uri?)null);
        var waiting = new List<Uri>(first);
        for (var read = 0; waiting.Count > 0 && read < MostFiles; read++)
        {
            // Of the files of an index those that speak of courses come first.
            var address = waiting.Find(file => CourseWords.InPath(file.AbsolutePath)) ?? waiting[0];
            waiting.Remove(address);
            if (!site.Owns(address))
            {
                findings.Add(new("sitemap", address, "not asked", "lies on another host"));
                continue;
            }

            var page = await site.GetAsync(address, Accepted, ct);
            try
            {
                var file = SitemapReader.Read(Answers.Demand(page));
                at ??= address;
                entries.AddRange(file.Entries.Select(entry => entry.Address));
                waiting.AddRange(file.Files);
                if (!all) waiting.RemoveAll(first.Contains);
            }
            catch (ListingUnreliableException)
            {
                findings.Add(new("sitemap", address, ProbeStatus.Of(page), "no sitemap"));
            }
        }

        return (entries, at);
    }

    private static async Task<ProbeFinding> SampledAsync(ProbedSite site, Uri at, CoursePath path, CancellationToken ct)
    {
        var (described, shown) = (0, 0);
        var step = Math.Max(1, path.Addresses.Count / Sampled);
        foreach (var address in path.Addresses.Where((_, i) => i % step == 0).Take(Sampled))
        {
            var page = await site.GetAsync(address, new PageRequest(address).Accept, ct);
            if (!page.IsSuccess || page.Rules.NotListed(page.Address) is not null) continue;
            try
            {
                var id = new SitemapEntry(address, null).Id;
                described += CoursePageReader.ReadAll(page, id, anyPage: false).Count > 0 ? 1 : 0;
                shown += CoursePageReader.ReadAll(page, id, anyPage: true).Count > 0 ? 1 : 0;
            }
            catch (ListingUnreliableException)
            {
                // A page that no browser would show is none of a course.
            }
        }

        var found = Text($"{path.Addresses.Count} pages below {Uri.UnescapeDataString(path.Folder)}; of {Sampled} looked at {described} describe a course as schema.org does");
        if (shown == 0) return new("sitemap", at, "read", found + ", and none may be read as one");
        return new("sitemap", at, "read", found)
        {
            Courses = path.Addresses.Count,
            Draft = new("sitemap", site.Root, described > 0 ? Standing.DescribedSitemap : Standing.PlainSitemap)
            {
                Categories = [path.Pattern],
                Unknown =
                [
                    Text($"Whether every page below {Uri.UnescapeDataString(path.Folder)} is a course; name others, or narrower ones, under categories:."),
                    .. described == 0 ? ["Level, price, workload and dates: the pages do not state them for programs. Ask the owner to describe the courses as schema.org Course (JSON-LD)."] : Array.Empty<string>(),
                ],
            },
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
