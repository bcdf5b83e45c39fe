using System.Net;
using System.Text.Json;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Moodle.WebService;

/// <summary>Calls web-service functions of one portal. The token travels in the body of a POST, so that it stands in no address, log or recording's name.</summary>
internal sealed class MoodleService(SourceDefinition source, IPageFetcher fetcher, string token)
{
    private readonly Uri door = source.At("webservice/rest/server.php");

    /// <summary>The answer of a function that the run cannot do without. The caller disposes.</summary>
    public async Task<JsonDocument> DemandAsync(string function, CancellationToken ct, params (string Name, string Value)[] parameters)
    {
        var (answer, error) = await CallAsync(function, ct, parameters);
        if (answer is not null) return answer;
        throw Refused(function, error!);
    }

    /// <summary>The portal's refusal as the end of the run, with a remedy.</summary>
    public ListingUnreliableException Refused(string function, MoodleServiceError error) =>
        new($"{door} ({function}): {error.Code}; {MoodleServiceErrors.Remedy(error.Code, function, source)}");

    /// <summary>The answer, or the portal's own refusal; exactly one of the two. What is neither (no answer, HTML, half JSON) ends the run. The caller disposes.</summary>
    public async Task<(JsonDocument? Answer, MoodleServiceError? Error)> CallAsync(
        string function, CancellationToken ct, params (string Name, string Value)[] parameters)
    {
        var form = new Dictionary<string, string>
        {
            ["wstoken"] = token,
            ["wsfunction"] = function,
            ["moodlewsrestformat"] = "json",
        };
        foreach (var (name, value) in parameters) form[name] = value;
        var page = await fetcher.FetchAsync(new PageRequest(door, form) { Accept = "application/json", Private = true }, ct);
        if (page.Failure?.Kind == FailureKind.TooLarge) return (null, new MoodleServiceError(MoodleServiceErrors.TooLarge));
        if (page.Failure is null && page.Status == HttpStatusCode.Forbidden) return (null, new MoodleServiceError(MoodleServiceErrors.SwitchedOff));
        if (page.Failure is null && MoodleAddresses.IsLogin(page.Address)) return (null, new MoodleServiceError(MoodleServiceErrors.SwitchedOff));

        var answer = Answers.Json(page);
        if (MoodleServiceReader.Error(answer.RootElement) is not { } error) return (answer, null);
        answer.Dispose();
        return (null, error);
    }
}
