using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Makes a raw listing of a schema.org <c>Course</c>, <c>CourseInstance</c> or <c>LearningResource</c>. Pure; what is of another kind than the vocabulary promises is passed over.</summary>
internal sealed class CourseNode(JsonElement node, JsonLd page, Uri address)
{
    public string? Name => Words.Unescaped(node.Text("name") ?? node.Text("headline"));

    public Uri? Url => node.Text("url") is { } url && Uri.TryCreate(address, url, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    public int TextLength => node.Text("description")?.Length ?? 0;

    /// <summary>Null without a name. <paramref name="id"/> is the page's, because nodes have no identifier that lasts.</summary>
    public RawListing? Listing(string id)
    {
        if (Name is not { } name) return null;
        var instances = Many("hasCourseInstance").ToList();
        if (JsonLd.IsOf(node, "CourseInstance")) instances.Add(node);
        var offers = Many("offers").Concat(instances.SelectMany(instance => Many(instance, "offers"))).ToList();
        return new RawListing
        {
            Id = id,
            Title = name,
            Url = address.AbsoluteUri,
            Summary = node.Text("abstract"),
            Description = node.Text("description") ?? node.Text("text"),
            Language = Names("inLanguage").FirstOrDefault() ?? instances.SelectMany(instance => Names(instance, "inLanguage")).FirstOrDefault(),
            SubtitleLanguages = Some(Names("availableLanguage")),
            Publisher = Names("provider").Concat(Names("publisher")).Concat(Names("sourceOrganization")).FirstOrDefault(),
            Authors = Some(Names("author").Concat(Names("creator")).Concat(Names("instructor")).Concat(instances.SelectMany(instance => Names(instance, "instructor")))),
            Keywords = Some(Names("keywords").SelectMany(words => words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Concat(Names("teaches"))),
            Subjects = Some(Names("about")),
            Level = Names("educationalLevel").FirstOrDefault(),
            Price = Price(offers),
            Prices = Prices(offers),
            Mode = instances.SelectMany(instance => Names(instance, "courseMode")).Select(Mode).FirstOrDefault(mode => mode is not null),
            Credential = Many("educationalCredentialAwarded").Any() ? Wire.Name(Credential.Certificate) : null,
            Workload = instances.Select(instance => instance.Text("courseWorkload")).FirstOrDefault(text => text is not null) ?? node.Text("timeRequired") ?? instances.Select(Scheduled).FirstOrDefault(text => text is not null),
            Duration = node.Text("duration") ?? instances.Select(instance => instance.Text("duration")).FirstOrDefault(text => text is not null),
            Licence = Many("license").Select(one => one.ValueKind == JsonValueKind.String ? one.GetString() : one.Text("url") ?? one.Text("name")).FirstOrDefault(),
            Instances = Dates(instances),
            Image = Image(),
        };
    }

    private string? Price(List<JsonElement> offers)
    {
        if (node.Flag("isAccessibleForFree") is { } free) return Wire.Name(free ? Catalog.Courses.Price.Free : Catalog.Courses.Price.Paid);
        var categories = offers.Select(offer => offer.Text("category")?.Trim().ToLowerInvariant()).ToList();
        if (categories.Contains("free")) return Wire.Name(Catalog.Courses.Price.Free);
        if (categories.Contains("partially free")) return Wire.Name(Catalog.Courses.Price.FreeToStudy);
        if (categories.Contains("paid") || categories.Contains("subscription")) return Wire.Name(Catalog.Courses.Price.Paid);
        var amounts = offers.Select(Amount).OfType<decimal>().ToList();
        return amounts.Count == 0 ? null : Wire.Name(amounts.Contains(0) ? Catalog.Courses.Price.Free : Catalog.Courses.Price.Paid);
    }

    private static List<PriceTag>? Prices(List<JsonElement> offers)
    {
        var prices = offers
            .Where(offer => Amount(offer) > 0 && offer.Text("priceCurrency") is not null)
            .Select(offer => new PriceTag(Amount(offer)!.Value, offer.Text("priceCurrency")!))
            .Distinct()
            .ToList();
        return prices.Count > 0 ? prices : null;
    }

    private static decimal? Amount(JsonElement offer) =>
        decimal.TryParse(offer.Text("price")?.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static string? Mode(string word) => word.ToLowerInvariant().Replace('_', '-') switch
    {
        "self-paced" or "selfpaced" or "self paced" or "asynchronous" => Wire.Name(CourseMode.SelfPaced),
        "instructor-paced" or "synchronous" or "scheduled" => Wire.Name(CourseMode.Scheduled),
        _ => null,
    };

    // Google's form of a workload: so many times a day, week or month a lesson of so long.
    private static string? Scheduled(JsonElement instance) => instance.Member("courseSchedule") is { ValueKind: JsonValueKind.Object } schedule ? schedule.Text("duration") : null;

    private static List<RawInstance>? Dates(List<JsonElement> instances)
    {
        var dates = instances
            .Select(one => new RawInstance(one.Text("startDate"), one.Text("endDate")))
            .Where(one => one.Start is not null || one.End is not null)
            .Distinct()
            .ToList();
        return dates.Count > 0 ? dates : null;
    }

    private string? Image()
    {
        var found = Many("image").Select(image => image.ValueKind == JsonValueKind.String ? image.GetString() : image.Text("url") ?? image.Text("contentUrl")).FirstOrDefault(image => image is not null)
            ?? node.Text("thumbnailUrl");
        return found is not null && Uri.TryCreate(address, found, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
    }

    private static List<string>? Some(IEnumerable<string> values) => values.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } list ? list : null;

    private IEnumerable<string> Names(string member) => Names(node, member);

    // A string, a thing with a name, or several of either.
    private IEnumerable<string> Names(JsonElement of, string member) => Many(of, member)
        .Select(value => Words.Unescaped(value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object => value.Text("name") ?? value.Text("alternateName") ?? value.Text("identifier"),
            _ => null,
        }))
        .OfType<string>();

    private IEnumerable<JsonElement> Many(string member) => Many(node, member);

    private IEnumerable<JsonElement> Many(JsonElement of, string member) => of.Member(member) switch
    {
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().Select(page.Whole),
        { } one => [page.Whole(one)],
        null => [],
    };
}
