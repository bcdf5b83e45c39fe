using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Oai;

namespace DcCourseIndex.Crawler.Probing.Probes;

/// <summary>Asks for <c>Identify</c> (OAI-PMH 2.0 §4.2) at the addresses that the page names, and at the usual ones of DSpace, EPrints and OJS.</summary>
internal sealed partial class OaiProbe(PlatformTrial trial) : IProbe
{
    private const int Sample = 5;
    private const int MostNamed = 3;
    private static readonly string[] Usual = ["oai/request", "server/oai/request", "cgi/oai2", "oai", "index.php/index/oai"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProbeFinding>> AskAsync(ProbedSite site, CancellationToken ct)
    {
        var tried = 0;
        foreach (var place in Places(site))
        {
            tried++;
            var page = await site.GetAsync(new Uri($"{place.AbsoluteUri.TrimEnd('/')}?verb=Identify"), "text/xml,application/xml", ct);
            if (Identified(page) is not { } name) continue;
            return [new("OAI-PMH", page.Request.Address, ProbeStatus.Of(page), $"a repository{(name.Length > 0 ? $", «{name}»" : "")}"), await LookAsync(site, place, name, ct)];
        }

        return [new("OAI-PMH", site.At(Usual[0]), "asked", string.Create(CultureInfo.InvariantCulture, $"no repository at {tried} usual addresses"))];
    }

    private async Task<ProbeFinding> LookAsync(ProbedSite site, Uri place, string name, CancellationToken ct)
    {
        var look = await trial.RunAsync(site.As("oai", place), site.Fetcher, Sample, ct);
        return new("OAI-PMH", place, "read", look.Courses == 0 ? $"no course among its newest records: {look.Failure}" : $"records of courses and material to learn with, {look.Count}")
        {
            Courses = look.Courses,
            Draft = look.Courses == 0 ? null : new("oai", place, Standing.Oai)
            {
                Title = name,
                Unknown = ["Which sets hold courses; name them, or a type:, under categories:."],
            },
            Remedy = look.Courses > 0 ? null : $"This is a repository. If it holds courses, write platform: oai, address: {place.AbsoluteUri.TrimEnd('/')} and the sets or types under categories: into a source file by hand, and look with check.",
        };
    }

    private static IEnumerable<Uri> Places(ProbedSite site)
    {
        var given = site.Home.Address;
        IEnumerable<Uri> named = site.Links.Select(link => link.Address)
            .Where(address => address.Query.Contains("verb=", StringComparison.Ordinal) || address.AbsolutePath.Split('/').Any(part => part is "oai" or "oai2" or "OAI"))
            .Concat(site.Links.Select(link => Journal(link.Address)).OfType<Uri>())
            .DistinctBy(address => address.AbsoluteUri)
            .Take(MostNamed);
        return named.Prepend(site.Document is null || given.AbsolutePath.Contains("oai", StringComparison.OrdinalIgnoreCase) ? given : site.At(Usual[0]))
            .Select(address => new Uri(address.GetLeftPart(UriPartial.Path)))
            .Concat(Usual.Select(site.At))
            .DistinctBy(address => address.AbsoluteUri.TrimEnd('/'));
    }

    // OJS keeps a repository for each journal beside the journal's own pages, with or without /index.php, and links to it nowhere.
    private static Uri? Journal(Uri address) => JournalPage().Match(address.AbsolutePath) is { Success: true } found
        ? new Uri(new Uri(address.GetLeftPart(UriPartial.Authority)), $"{found.Groups[1].Value}/oai")
        : null;

    [GeneratedRegex(@"^((?:/[\w.-]+)*/index\.php/[\w.-]+|/[\w.-]+)/(?:about|issue|article|announcement|search/authors|information|user/register)(?:/|$)", RegexOptions.CultureInvariant)]
    private static partial Regex JournalPage();

    private static string? Identified(Page page)
    {
        if (!page.IsSuccess) return null;
        try
        {
            return OaiReader.Read(XmlText.Document(page))?.Repository is { } repository ? repository.Name ?? "" : null;
        }
        catch (ListingUnreliableException)
        {
            return null;
        }
    }
}
