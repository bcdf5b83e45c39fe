using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>What the course search of an LMS tells, by the key of the run; <paramref name="Reserved"/> as in the list. <paramref name="Missed"/>: it exists, but could not be asked to its end this time.</summary>
internal sealed record OpenEdxSearched(IReadOnlyDictionary<string, OpenEdxFound> Found, bool Reserved, bool Missed);

/// <summary>Asks the course search of one LMS, which is a form: of releases before the catalogue became an application of its own, else the newer one.</summary>
internal sealed partial class OpenEdxSearch(Uri lms, IPageFetcher fetcher)
{
    private const int PageSize = 100;
    private const int LastPage = 500;

    private static readonly string[] Paths = ["search/course_discovery/", "search/unstable/v0/course_list_search/"];

    /// <summary>Everything found; nothing where the portal has no search for strangers.</summary>
    public async Task<OpenEdxSearched> ReadAsync(CancellationToken ct)
    {
        var token = await TokenAsync(ct);
        foreach (var path in Paths)
        {
            if (await ReadAsync(path, token, ct) is { } searched) return searched;
        }

        return new OpenEdxSearched(new Dictionary<string, OpenEdxFound>(), Reserved: false, Missed: false);
    }

    // Null: there is no such search. An index that was lost claims courses and shows none; that is no search either.
    private async Task<OpenEdxSearched?> ReadAsync(string path, string? token, CancellationToken ct)
    {
        var found = new Dictionary<string, OpenEdxFound>(StringComparer.Ordinal);
        var (results, reserved) = (0L, false);
        for (var index = 0; index < LastPage; index++)
        {
            var answer = await fetcher.FetchAsync(Request(path, index, token), ct);
            if (answer.Failure is { Kind: not (FailureKind.ForbiddenByRobots or FailureKind.WrongContent) } || answer.Status == HttpStatusCode.TooManyRequests) return new(found, reserved, Missed: true);
            if (!answer.IsSuccess || Page(answer) is not { } page) return index == 0 ? null : new(found, reserved, Missed: true);
            reserved |= answer.Rules.Reserved;
            results += page.Results;
            var fresh = page.Found.Count(one => found.TryAdd(one.Run.Key, one));
            if (fresh == 0 || (page.Results < PageSize && !(page.Total > results))) break;
        }

        return found.Count == 0 ? null : new(found, reserved, Missed: false);
    }

    private static OpenEdxSearchPage? Page(Page answer)
    {
        try
        {
            using var json = Answers.Json(answer);
            return OpenEdxSearchReader.Page(json.RootElement, answer.Address);
        }
        catch (ListingUnreliableException)
        {
            // What only adds to the list does not stop it.
            return null;
        }
    }

    private PageRequest Request(string path, int index, string? token) => new(
        SourceAddress.Below(lms, path),
        new Dictionary<string, string>
        {
            ["search_string"] = "",
            ["page_size"] = PageSize.ToString(CultureInfo.InvariantCulture),
            ["page_index"] = index.ToString(CultureInfo.InvariantCulture),
        })
    {
        Accept = "application/json",
        FormToken = token,
        Private = true,
    };

    // Django takes a form only from somebody who has seen a page: with the cookie of that page, and its token.
    private async Task<string?> TokenAsync(CancellationToken ct)
    {
        var answer = await fetcher.FetchAsync(new PageRequest(SourceAddress.Below(lms, "csrf/api/v1/token")) { Accept = "application/json", Private = true }, ct);
        if (answer.IsSuccess && Token(answer) is { } token) return token;
        return InCookie(answer) ?? InCookie(await fetcher.FetchAsync(new PageRequest(SourceAddress.Below(lms, "courses")) { Private = true }, ct));
    }

    private static string? Token(Page answer)
    {
        try
        {
            using var json = Answers.Json(answer);
            return OpenEdxSearchReader.FormToken(json.RootElement) is { } token && Plain().IsMatch(token) ? token : null;
        }
        catch (ListingUnreliableException)
        {
            return null;
        }
    }

    private static string? InCookie(Page answer) =>
        answer.Headers.TryGetValue("Set-Cookie", out var cookies) && Cookie().Match(cookies) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^[A-Za-z0-9]{8,128}$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])csrftoken=([A-Za-z0-9]{8,128})(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Cookie();
}
