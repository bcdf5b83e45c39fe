using System.Text.Json;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>Reads answers of the course list and course detail interfaces (<c>/api/courses/v1/</c>). Pure.</summary>
internal static class OpenEdxReader
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
        if (OpenEdxKey.Of(item.Text("id") ?? item.Text("course_id")) is not { } key || item.Text("name") is not { } name) return null;
        var start = item.Text("start_type") == "empty" ? null : OpenEdxMoments.Start(item.Text("start"));
        return new OpenEdxRun(key.Whole, key.Course, name)
        {
            Organisation = item.Text("org") ?? key.Organisation,
            ShortDescription = item.Text("short_description"),
            Effort = item.Text("effort"),
            Pacing = item.Text("pacing"),
            InvitationOnly = item.Flag("invitation_only") == true,
            Image = Image(item.Member("media"), address),
            Start = start,
            Dates = OpenEdxMoments.Dates(start is null ? null : item.Text("start"), item.Text("end"), item.Text("enrollment_start"), item.Text("enrollment_end")),
        };
    }

    private static string? Image(JsonElement? media, Uri address)
    {
        var image = media?.Member("image");
        var found = image?.Text("large") ?? image?.Text("raw") ?? image?.Text("small")
            ?? media?.Member("banner_image")?.Text("uri_absolute")
            ?? media?.Member("course_image")?.Text("uri");
        return WebLink.Of(found, address)?.AbsoluteUri;
    }
}
