using System.Net;
using AngleSharp.Html.Dom;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms.Sites;

/// <summary>How the list pages of one kind of site are read and how they lead on. Both are pure.</summary>
/// <param name="Read">The cards of a page.</param>
/// <param name="Next">The page after this one; null: it was the last. Given the page, its address, its number from 1, and how many of its courses were new.</param>
internal sealed record CardReading(Func<IHtmlDocument, Uri, IReadOnlyList<CourseCard>> Read, Func<IHtmlDocument, Uri, int, int, Uri?> Next);

/// <summary>Reads list pages to their end. Courses that stand on several pages count once.</summary>
internal sealed class CardList(IPageFetcher fetcher, CardReading reading)
{
    private const int LastPage = 500;

    /// <summary>By identifier, in the words of the first card.</summary>
    public Dictionary<string, CourseCard> Cards { get; } = new(StringComparer.Ordinal);

    public bool Reserved { get; private set; }

    /// <summary>
    /// Null where cards were read; else the reason why this list shows none, as a sentence without a remedy. Throws <see cref="ListingUnreliableException"/>
    /// where the site is out of order or the list breaks off.
    /// </summary>
    public async Task<string?> ReadAsync(Uri first, CancellationToken ct)
    {
        var asked = new HashSet<Uri>();
        var found = 0;
        for (Uri? address = first; address is not null && asked.Add(address);)
        {
            if (asked.Count > LastPage) throw new ListingUnreliableException($"{address}: the list goes on after {LastPage} pages, as if it had no end; look at its paging in a browser and tell the portal's owner.");
            var page = await fetcher.FetchAsync(new PageRequest(address), ct);
            if (page.Failure is null && page.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                return asked.Count > 1 ? null : $"{address} answers {(int)page.Status}.";
            }

            if (page.Failure is { Kind: FailureKind.ForbiddenByRobots or FailureKind.WrongContent } closed && asked.Count == 1) return closed.Message;
            Answers.Demand(page);
            Reserved |= page.Rules.Reserved;
            using var document = PageMarkup.Parse(PageText.Decode(page).Text, page.Address);
            var cards = reading.Read(document, page.Address);
            found += cards.Count;
            if (found == 0) return $"{page.Address} shows no course: {(PageWithoutCourses.AsksToLogIn(document.DocumentElement) ? "it asks to log in" : "it is the shell of a page that a browser fills, or its layout has changed")}.";
            address = reading.Next(document, page.Address, asked.Count, cards.Count(card => Cards.TryAdd(card.Id, card)));
        }

        return null;
    }
}
