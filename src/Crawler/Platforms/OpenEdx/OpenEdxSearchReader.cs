using System.Net;
using System.Text.Json;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>Reads answers of the course search (<c>/search/…</c>). Pure.</summary>
internal static class OpenEdxSearchReader
{
    /// <summary>Null where the answer is JSON but no result (<c>{"error": …}</c>, or another interface).</summary>
    public static OpenEdxSearchPage? Page(JsonElement answer, Uri address)
    {
        if (answer.Member("results") is not { ValueKind: JsonValueKind.Array } results || answer.Text("error") is not null) return null;
        var found = results.EnumerateArray().Select(result => Found(result, address)).OfType<OpenEdxFound>().ToList();
        return new OpenEdxSearchPage(found, results.GetArrayLength(), answer.Number("total"));
    }

    /// <summary>The token of a form by the interface that hands one out; null where there is none.</summary>
    public static string? FormToken(JsonElement answer) => answer.Text("csrfToken")?.Trim();

    private static OpenEdxFound? Found(JsonElement result, Uri address)
    {
        if (result.Member("data") is not { ValueKind: JsonValueKind.Object } data || data.Text("catalog_visibility") is "none" or "about") return null;
        var content = data.Member("content");
        if (OpenEdxKey.Of(data.Text("id") ?? data.Text("course") ?? result.Text("_id")) is not { } key || content?.Text("display_name") is not { } name) return null;
        var start = OpenEdxMoments.Start(data.Text("start"));
        var run = new OpenEdxRun(key.Whole, key.Course, Escaped(name)!)
        {
            Organisation = data.Text("org") ?? key.Organisation,
            ShortDescription = Escaped(content?.Text("short_description")),
            Effort = data.Text("effort"),
            InvitationOnly = data.Flag("invitation_only") == true,
            Image = WebLink.Of(data.Text("image_url"), address)?.AbsoluteUri,
            Start = start,
            Dates = OpenEdxMoments.Dates(start is null ? null : data.Text("start"), data.Text("end"), data.Text("enrollment_start"), data.Text("enrollment_end")),
        };
        return new OpenEdxFound(run, data.Text("language"), [.. Modes(data)], Escaped(content?.Text("overview")));
    }

    // One mode may stand alone.
    private static IEnumerable<string> Modes(JsonElement data) => data.Text("modes") is { } one
        ? [one]
        : data.Items("modes").Where(mode => mode.ValueKind == JsonValueKind.String).Select(mode => mode.ToString());

    // The search has plain texts, where everybody else has HTML.
    private static string? Escaped(string? text) => text is null ? null : WebUtility.HtmlEncode(text);
}
