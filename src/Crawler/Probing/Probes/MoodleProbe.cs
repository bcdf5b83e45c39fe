using System.Text.Json;
using System.Text.RegularExpressions;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Moodle;

namespace DcCourseIndex.Crawler.Probing.Probes;

/// <summary>Knows a Moodle by its markup, reads its public lists, and asks whether it offers web services.</summary>
internal sealed partial class MoodleProbe(PlatformTrial trial) : IProbe
{
    private const int Sample = 8;
    private const string PublicConfig = """[{"index":0,"methodname":"tool_mobile_get_public_config","args":{}}]""";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProbeFinding>> AskAsync(ProbedSite site, CancellationToken ct)
    {
        if (!IsMoodle(site)) return [];
        var root = RootOf(site);
        var source = site.As("moodle", root);
        var look = await trial.RunAsync(source, site.Fetcher, Sample, ct);
        var services = await ServicesAsync(site, root, ct);
        if (look.Courses == 0)
        {
            return
            [
                services,
                new("Moodle", root, ProbeStatus.Of(site.Home), $"a Moodle that shows no course to visitors: {look.Failure}")
                {
                    Courses = 0,
                    Remedy = $"This is a Moodle. Ask its owner for a token of its web services; then write platform: moodle, address: {root.AbsoluteUri.TrimEnd('/')} and token: $NAME_OF_A_VARIABLE into a source file by hand.",
                },
            ];
        }

        return
        [
            services,
            new("Moodle", root, ProbeStatus.Of(site.Home), $"public course list, {look.Count}")
            {
                Courses = look.Courses,
                Draft = new("moodle", root, Standing.Moodle)
                {
                    Unknown = ["Which categories hold courses for everybody; a university's own lessons are of no use to others. Name the right ones under categories:.", "Access and dates of most courses: a token of the owner's (token: $NAME) tells them."],
                },
            },
        ];
    }

    private static bool IsMoodle(ProbedSite site)
    {
        if (site.Document is not { } document) return false;
        if (MoodleAddresses.IsLogin(site.Home.Address)) return true;
        return WebRoot().IsMatch(site.Text)
            || document.QuerySelector("meta[name=keywords][content*='moodle' i], a[href*='course/view.php?id='], a[href*='course/index.php'], form[action*='/login/index.php'], .coursebox[data-courseid]") is not null;
    }

    // The site says where it lies; else its links to courses do.
    private static Uri RootOf(ProbedSite site)
    {
        if (WebRoot().Match(site.Text) is { Success: true } match && WebLink.Of(match.Groups[1].Value.Replace("\\/", "/", StringComparison.Ordinal), site.Root) is { } named && site.Owns(named)) return named;
        var inside = site.Links.Select(link => link.Address.AbsolutePath).Prepend(site.Home.Address.AbsolutePath)
            .Select(path => Script().Match(path)).FirstOrDefault(found => found.Success);
        return inside is null ? site.Folder : new Uri(site.Root, inside.Groups[1].Value);
    }

    private static async Task<ProbeFinding> ServicesAsync(ProbedSite site, Uri root, CancellationToken ct)
    {
        var address = SourceAddress.Below(root, "lib/ajax/service-nologin.php?info=tool_mobile_get_public_config");
        var page = await site.Fetcher.FetchAsync(new PageRequest(address, Json: PublicConfig) { Accept = "application/json", Private = true }, ct);
        var what = "does not say whether it offers web services";
        if (page.IsSuccess)
        {
            try
            {
                using var json = Answers.Json(page);
                what = On(json.RootElement) ? "offers web services to who has a token" : "has its web services switched off";
            }
            catch (ListingUnreliableException)
            {
                // An older Moodle, or one that keeps this to itself.
            }
        }

        return new("Moodle web services", address, ProbeStatus.Of(page), what);
    }

    private static bool On(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Array && answer.GetArrayLength() > 0 && answer[0].Member("data") is { } data
        && (Flag(data, "enablewebservices") || Flag(data, "enablemobilewebservice"));

    private static bool Flag(JsonElement data, string name) => data.Member(name) is { } value && value.ToString() is "1" or "true" or "True";

    [GeneratedRegex("\"wwwroot\":\"(https?:[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex WebRoot();

    [GeneratedRegex(@"^(.*?)/(?:course/(?:view|info|index)|enrol/index|login/index)\.php$", RegexOptions.CultureInvariant)]
    private static partial Regex Script();
}
