using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace DcCourseIndex.Crawler.Tests.Platforms;

/// <summary>Writes <c>docs/sources.md</c> from the fixtures: what each platform's readers are shown to fill, and which traps are tested.</summary>
internal static class SourcesTable
{
    // A field, and the names that readers give it before the normaliser makes one of them.
    private static readonly (string Field, string[] Members)[] Fields =
    [
        ("title", ["title", "name"]), ("summary", ["summary", "description", "overview", "shortDescription", "content"]), ("language", ["language"]),
        ("start", ["instances", "dates"]), ("price", ["price", "prices"]), ("access", ["access"]), ("level", ["level"]), ("workload, duration", ["workload", "duration", "effort"]),
        ("mode", ["mode", "pacing"]), ("credential", ["credential"]), ("publisher", ["publisher", "organisation"]), ("authors", ["authors", "teachers"]),
        ("subjects, keywords", ["subjects", "keywords", "categories"]), ("image", ["image"]), ("competences", ["competences"]),
    ];

    private static readonly Dictionary<string, string> Recorded = new(StringComparer.Ordinal)
    {
        ["Moodle"] = "Moodle 3.11 and 4.5", ["WordPress"] = "WordPress", ["Oai"] = "EPrints",
    };

    /// <summary>The page as it must stand in the repository.</summary>
    public static string Write()
    {
        var platforms = FixtureReading.All.Keys.Order(StringComparer.Ordinal).Select(platform => (Name: platform, Fixtures: Fixture.All(platform).ToList(), Listings: Listings(platform))).ToList();
        var page = new StringBuilder(
            """
            # What is tested of each platform, and what is known of each portal

            Written from the fixtures under `tests/Crawler.Tests/Platforms` and the files under `config/sources` by a test, never by hand. Renew it with
            `DCCOURSEINDEX_RENEW=1 dotnet test tests/Crawler.Tests --filter FullyQualifiedName~SourcesTableTests`. «What can be harvested from this portal, and how sure
            is that?» is answered [at the end](#the-shipped-portals); `dccourseindex check NAME` answers it anew.

            Fixtures are invented answers in the real format. **No platform is confirmed against a live portal yet**; «recorded» names the real servers
            whose answers are compared with a truth file besides.

            | platform | fixtures | listings in them | confirmed live | recorded from a real server |
            | --- | ---: | ---: | --- | --- |

            """);
        foreach (var (name, fixtures, listings) in platforms)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {fixtures.Count} | {listings.Count} | not yet | {Recorded.GetValueOrDefault(name, "no")} |\n");
        }

        page.Append(
            """

            ## Fields filled
            In percent of the listings that the fixtures make readers read. Many fixtures show one trap and little else, and Moodle and Open edX spread a course
            over a list and a page of its own, so that these are the lower bounds of what is read, not how full portals are.


            """);
        page.Append(CultureInfo.InvariantCulture, $"| platform | {string.Join(" | ", Fields.Select(field => field.Field))} |\n| --- |{string.Concat(Fields.Select(_ => " ---: |"))}\n");
        foreach (var (name, _, listings) in platforms.Where(platform => platform.Listings.Count > 0))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", Fields.Select(field => Percent(listings, field.Members)))} |\n");
        }

        page.Append("\n## Traps tested\nEach name is a folder with the answer and what must be read of it; what takes several answers is tested in the tests beside them. Each answer is also read cut short at 20 places and with 20 changed bits.\n\n| platform | fixtures |\n| --- | --- |\n");
        foreach (var (name, fixtures, _) in platforms)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(", ", fixtures)} |\n");
        }

        page.Append(ShippedPortals.Write());
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Percent(List<JsonObject> listings, string[] members) =>
        Math.Round(100.0 * listings.Count(listing => members.Any(member => Says(listing[member]))) / listings.Count).ToString(CultureInfo.InvariantCulture);

    private static bool Says(JsonNode? value) => value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        JsonObject several => several.Any(member => Says(member.Value)),
        _ => value.ToString().Length > 0,
    };

    private static List<JsonObject> Listings(string platform) => [.. Fixture.All(platform).SelectMany(name => Within(Fixture.Load(platform, name).Result))];

    // What has a name and something that tells it from others: a listing, a feed's entry, a box of Moodle, a run or an about page of Open edX.
    private static IEnumerable<JsonObject> Within(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Within),
        JsonObject one when (one["box"] ?? one["run"]) is JsonObject inner => [Together(one, inner)],
        JsonObject one when one["title"] is JsonValue && one["id"] is not null && (one["url"] ?? one["link"] ?? one["complete"]) is not null => [one],
        JsonObject one when one["name"] is JsonValue && one["organisation"] is not null => [one],
        JsonObject one => one.SelectMany(member => Within(member.Value)),
        _ => [],
    };

    // Some answers say a part of a course beside its box or run.
    private static JsonObject Together(JsonObject outer, JsonObject inner) => new(outer.Concat(inner)
        .Where(member => member.Value is not null)
        .DistinctBy(member => member.Key)
        .Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value!.DeepClone())));
}
