using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Crawler.Platforms.Folder;

/// <summary>Reads one line of an import strictly.</summary>
internal static class ListingLine
{
    /// <summary>The listing, or what is wrong with the line; exactly one of the two.</summary>
    public static (RawListing? Listing, string? Problem) Read(string line)
    {
        RawListing? raw;
        try
        {
            raw = JsonSerializer.Deserialize<RawListing>(line, Wire.Json);
        }
        catch (JsonException wrong)
        {
            return (null, JsonTrouble.Say(wrong));
        }

        if (raw is null)
        {
            return (null, "Here stands null instead of a listing.");
        }

        if (raw.Unknown is { Count: > 0 } unknown)
        {
            return (null, $"«{unknown.Keys.First()}» is no member of a listing; README names those that there are.");
        }

        if (raw.Read is not null)
        {
            return (null, "«read» is no member of a listing; README names those that there are.");
        }

        if (raw.Id is null || raw.Title is null || raw.Url is null)
        {
            return (null, "id, title and url must not be null.");
        }

        return HasHoles(raw)
            ? (null, "A list holds null, or a competence without a code; leave such elements out.")
            : (raw with { Competences = raw.Competences?.Select(WithFramework).ToList() }, null);
    }

    private static bool HasHoles(RawListing raw) =>
        Has(raw.SubtitleLanguages) || Has(raw.Authors) || Has(raw.Keywords) || Has(raw.Subjects) || Has(raw.Prices) || Has(raw.Instances)
        || Has(raw.Competences) || raw.Competences?.Any(statement => statement.Code is null) == true
        || raw.Prices?.Any(price => price.Currency is null) == true;

    private static bool Has<T>(IReadOnlyList<T>? list) where T : class => list?.Any(element => element is null) == true;

    /// <summary>The codes of answers are those of DigComp 2.2 unless they say otherwise.</summary>
    private static CompetenceStatement WithFramework(CompetenceStatement statement) =>
        statement.Framework is null ? statement with { Framework = Frameworks.Default } : statement;
}
