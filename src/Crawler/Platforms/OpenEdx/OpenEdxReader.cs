using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>Reads answers of the course list and course detail interfaces (<c>/api/courses/v1/</c>). Pure.</summary>
internal static partial class OpenEdxReader
{
    /// <summary>Null where the answer is JSON but no course list (an error, or another interface).</summary>
    public static OpenEdxPage? Page(JsonElement answer, Uri address)
    {
        if (answer.Member("results") is not { ValueKind: JsonValueKind.Array } results) return null;
        var runs = new List<OpenEdxRun>();
        var strange = new List<string>();
        var hidden = 0;
        foreach (var item in results.EnumerateArray())
        {
            // Hidden courses are listed to everybody; only this flag tells.
            if (item.Flag("hidden") == true) hidden++;
            else if (Run(item, address) is { } run) runs.Add(run);
            else strange.Add(item.Text("id") ?? item.Text("course_id") ?? "(no id)");
        }

        // Older releases put the paging members at the top.
        var next = (answer.Member("pagination") ?? answer).Text("next");
        return new OpenEdxPage(runs, strange, next is not null && Uri.TryCreate(address, next, out var uri) ? uri : null, hidden);
    }

    /// <summary>The long description of a course detail; null where there is none.</summary>
    public static string? Overview(JsonElement answer) => answer.Text("overview")?.Trim();

    private static OpenEdxRun? Run(JsonElement item, Uri address)
    {
        var key = (item.Text("id") ?? item.Text("course_id"))?.Trim();
        if (key is null || Key().Match(key) is not { Success: true } parts || item.Text("name") is not { } name) return null;
        var start = item.Text("start_type") == "empty" ? null : Moment(item.Text("start"));
        if (start is { Year: 2030, Month: 1, Day: 1 }) start = null;
        return new OpenEdxRun(key, $"{parts.Groups["org"].Value}+{parts.Groups["number"].Value}", name)
        {
            Organisation = item.Text("org") ?? parts.Groups["org"].Value,
            ShortDescription = item.Text("short_description"),
            Effort = item.Text("effort"),
            Pacing = item.Text("pacing"),
            InvitationOnly = item.Flag("invitation_only") == true,
            Image = Image(item.Member("media"), address),
            Start = start,
            Dates = Dates(start is null ? null : item.Text("start"), item.Text("end"), item.Text("enrollment_start"), item.Text("enrollment_end")),
        };
    }

    private static RawInstance? Dates(string? start, string? end, string? enrolmentStart, string? enrolmentEnd) =>
        (start ?? end ?? enrolmentStart ?? enrolmentEnd) is null ? null : new RawInstance(start, end, enrolmentStart, enrolmentEnd);

    private static string? Image(JsonElement? media, Uri address)
    {
        var image = media?.Member("image");
        var found = image?.Text("large") ?? image?.Text("raw") ?? image?.Text("small")
            ?? media?.Member("banner_image")?.Text("uri_absolute")
            ?? media?.Member("course_image")?.Text("uri");
        return found is not null && Uri.TryCreate(address, found, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
    }

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    [GeneratedRegex(@"^(?:course-v1:(?<org>[^+/\s]{1,255})\+(?<number>[^+/\s]{1,255})\+[^+/\s]{1,255}|(?<org>[^+/:\s]{1,255})/(?<number>[^+/\s]{1,255})/[^+/\s]{1,255})$", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
