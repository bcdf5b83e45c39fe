using System.Net;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>Opens public pages of one portal and judges what came: a list, a page that is gone, or something in the way of everything.</summary>
internal sealed class MoodleVisitor(SourceDefinition source, IPageFetcher fetcher)
{
    /// <summary>What came for one address: its content, or the sentence why there is none.</summary>
    internal sealed record Visit(MoodlePage Content, bool IsGone, string? Failure)
    {
        /// <summary>Where the answer came from in the end.</summary>
        public Uri? Address { get; init; }

        /// <summary>Asking again costs little.</summary>
        public bool HasValidator { get; init; }
    }

    private static readonly MoodlePage Nothing = new(MoodlePageKind.NotMoodle, [], []);

    /// <summary>Asks for a page without which the run can go on. A login page ends the run all the same, unless the page <paramref name="mayBeClosed"/> to visitors.</summary>
    public async Task<Visit> AskAsync(Uri address, CancellationToken ct, bool mayBeClosed = false)
    {
        var page = await fetcher.FetchAsync(new PageRequest(address), ct);
        if (LeadsToLogin(page)) return mayBeClosed ? new Visit(Nothing, false, null) : throw Closed(address);
        if (page.Failure is { } failure) return new Visit(Nothing, false, failure.Message);
        if (page.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone) return new Visit(Nothing, true, null);
        if (!page.IsSuccess) return new Visit(Nothing, false, $"the portal answered {(int)page.Status}.");
        var content = MoodlePageReader.Read(PageText.Decode(page).Text, page.Address, source.Language) with { Rules = page.Rules };
        return content.Kind switch
        {
            MoodlePageKind.Login when !mayBeClosed => throw Closed(address),
            MoodlePageKind.Maintenance => throw new ListingUnreliableException($"{address}: the portal is closed for maintenance; harvest again later."),
            _ => new Visit(content, false, null) { HasValidator = page.HasValidator, Address = page.Address },
        };
    }

    /// <summary>Asks for a list that the run cannot do without; null where it is gone (a category deleted or hidden since it was named).</summary>
    public async Task<MoodlePage?> ListAsync(Uri address, CancellationToken ct)
    {
        var visit = await AskAsync(address, ct);
        if (visit.Failure is { } failure) throw new ListingUnreliableException($"{address}: {failure} Nothing was changed; harvest again later.");
        if (visit.IsGone || visit.Content.Kind == MoodlePageKind.Error) return null;
        if (visit.Content.Kind == MoodlePageKind.Listing) return visit.Content;
        throw new ListingUnreliableException(
            $"{address}: this is no page of Moodle (a firewall, a parked address, or another platform); open it in a browser and check `address:` and `platform:`.");
    }

    private static bool LeadsToLogin(Page page) =>
        MoodleAddresses.IsLogin(page.Address)
        || ((int)page.Status is >= 300 and < 400
            && page.Headers.TryGetValue("Location", out var location)
            && location.Contains("/login/index.php", StringComparison.Ordinal));

    private ListingUnreliableException Closed(Uri address) =>
        new($"{address}: the portal is closed, it shows its list only after login; ask its owner for a web-service token and set `token:` in {source.Name}.yml.");
}
