using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>One run over the lists of a repository, set by set and page by page.</summary>
internal sealed class OaiHarvest(SourceDefinition source, IPageFetcher fetcher, OaiRequests requests, OaiChoice choice, IReadOnlyList<string?> sets)
{
    // A list that never ends stops here.
    private const int LastPage = 20_000;

    private readonly Dictionary<string, int> otherTypes = new(StringComparer.OrdinalIgnoreCase);
    private int records;
    private int courses;

    public async IAsyncEnumerable<ListingPage> ReadAsync(OaiMarker start, [EnumeratorCancellation] CancellationToken ct)
    {
        var at = start;
        var restarted = false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; at.Set < sets.Count; number++)
        {
            var answer = await requests.RecordsAsync(at.Token, at.Format, sets[at.Set], at.From, ct);
            if (answer.Has("badResumptionToken") && at.Token is not null && !restarted)
            {
                // It has expired; what is recorded already is recorded again, and counts once.
                (restarted, at) = (true, at with { Token = null, Skipped = 0, Size = null });
                seen.Clear();
                continue;
            }

            if (answer.Has("cannotDisseminateFormat") && at is { Token: null, Set: 0 } && at.Format != OaiFormats.Plain)
            {
                at = Whole(at with { Format = OaiFormats.Plain });
                continue;
            }

            if (answer.Has("badArgument") && at is { Token: null, From: not null })
            {
                at = Whole(at);
                continue;
            }

            if (answer.Errors.Count > 0 && !answer.Has("noRecordsMatch")) throw requests.Refused(answer);
            if (answer.Errors.Count > 0 && at.From is null && sets.Count == 1) throw requests.Refused(answer);
            if (number == LastPage || (answer.Token is { } next && !seen.Add(next)))
            {
                throw new ListingUnreliableException($"{source.Address}: the list of records goes in circles (the token «{answer.Token}» comes again); tell the repository's owner.");
            }

            var page = await PageAsync(answer, at, ct);
            var passed = answer.Records.Count - page.Listings.Count - page.Refusals.Count;
            at = After(answer, at with { Skipped = at.Skipped + passed, Size = answer.ListSize ?? at.Size });
            yield return page with { Marker = at.ToString(), Expected = Expected(at) };
        }

        if (courses == 0 && start is { From: null, Token: null, Set: 0 }) throw new ListingUnreliableException(NoCourse());
    }

    // A repository that does not take the date it announced is asked for everything.
    private OaiMarker Whole(OaiMarker at) => (at with { From = null }).Remembering(fetcher.Past, fetcher.Past.Began);

    private static OaiMarker After(OaiAnswer answer, OaiMarker at) => answer.Token is { } token ? at with { Token = token } : at with { Token = null, Set = at.Set + 1 };

    private async Task<ListingPage> PageAsync(OaiAnswer answer, OaiMarker at, CancellationToken ct)
    {
        var listings = new List<RawListing>();
        var refusals = new List<Refusal>();
        var others = new List<string>();
        foreach (var record in answer.Records.Where(record => !record.IsDeleted))
        {
            records++;
            if (!choice.Takes(record))
            {
                others.Add(record.Identifier);
                foreach (var type in record.Values("type")) otherTypes[type] = otherTypes.GetValueOrDefault(type) + 1;
            }
            else if (OaiListing.Of(record, source) is { } listing) listings.Add(listing);
            else refusals.Add(new Refusal(record.Identifier, $"{source.Address}: the record «{record.Identifier}» has no title or no web address; correct it in the repository."));
        }

        courses += listings.Count;
        // What was a course and is none any more is not in the next partial list either, so it must be said now.
        var known = at.From is null ? null : await fetcher.Past.DetailsAsync(others, ct);
        string[] deleted = [.. answer.Records.Where(record => record.IsDeleted).Select(record => record.Identifier)];
        return new ListingPage(listings, refusals)
        {
            Deleted = [.. deleted, .. others.Where(id => known?.Knows(id) == true)],
            Partial = at.From is not null,
            Bookmark = at.Bookmark,
        };
    }

    // The size is that of all records; what is no course is not expected. Of several sets with records in common no sum is right.
    private int? Expected(OaiMarker at) => sets.Count == 1 && at.Size is { } size ? Math.Max(0, size - at.Skipped) : null;

    private string NoCourse() =>
        $"{source.Address}: none of the {records} records is marked as a course or material to learn with; name the sets or types that are under `categories:` in {source.Name}.yml, for example \"type:{otherTypes.OrderByDescending(type => type.Value).FirstOrDefault().Key ?? "Learning Object"}\" (found: {string.Join(", ", otherTypes.OrderByDescending(type => type.Value).Take(5).Select(type => $"{type.Key} {type.Value}"))}).";
}
