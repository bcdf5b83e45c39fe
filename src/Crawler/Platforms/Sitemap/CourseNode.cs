using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Makes a raw listing of a schema.org <c>Course</c>, <c>CourseInstance</c> or <c>LearningResource</c>. Pure; what is of another kind than the vocabulary promises is passed over.</summary>
internal sealed class CourseNode(JsonElement node, JsonLd page, Uri address)
{
    public string? Name => Words.Unescaped(node.Local("name") ?? node.Local("headline"));

    public Uri? Url => node.Text("url") is { } url && Uri.TryCreate(address, url, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    public int TextLength => node.Local("description")?.Length ?? 0;

    /// <summary>The node's own identifier, where it has one.</summary>
    public string? OwnId => node.Text("@id") ?? node.Text("courseCode") ?? node.Text("identifier");

    /// <summary>Null without a name. <paramref name="id"/> is the page's, because nodes have no identifier that lasts; <paramref name="url"/> stands for the page's address where the page lists several.</summary>
    public RawListing? Listing(string id, Uri? url = null)
    {
        if (Name is not { } name) return null;
        var instances = Many("hasCourseInstance").Where(instance => !CourseTimes.IsCancelled(instance)).ToList();
        if (JsonLd.IsOf(node, "CourseInstance")) instances.Add(node);
        var offers = Many("offers").Concat(instances.SelectMany(instance => Many(instance, "offers"))).ToList();
        var (price, prices) = CourseOffers.Of(Free(), offers);
        var level = Names("educationalLevel").FirstOrDefault();
        var (stated, skills) = CourseTeaching.Of(Many("teaches").Concat(Many("assesses")).Concat(Many("educationalAlignment")), level);
        return new RawListing
        {
            Id = id,
            Title = name,
            Url = (url ?? address).AbsoluteUri,
            Summary = node.Local("abstract"),
            Description = node.Local("description") ?? node.Local("text"),
            Language = Names("inLanguage").FirstOrDefault() ?? instances.SelectMany(instance => Names(instance, "inLanguage")).FirstOrDefault(),
            SubtitleLanguages = Some(Names("availableLanguage")),
            Publisher = Names("provider").Concat(Names("publisher")).Concat(Names("sourceOrganization")).FirstOrDefault(),
            Authors = Some(Names("author").Concat(Names("creator")).Concat(Names("instructor")).Concat(instances.SelectMany(instance => Names(instance, "instructor")))),
            Keywords = Some(Names("keywords").SelectMany(words => words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Concat(skills)),
            Subjects = Some(Names("about")),
            Level = level,
            Price = price,
            Prices = prices,
            Competences = stated,
            Mode = instances.SelectMany(instance => Names(instance, "courseMode")).Select(Mode).FirstOrDefault(mode => mode is not null),
            Credential = Many("educationalCredentialAwarded").Any() ? Wire.Name(Credential.Certificate) : null,
            Workload = instances.Select(instance => CourseTimes.First(instance, "courseWorkload")).FirstOrDefault(text => text is not null)
                ?? CourseTimes.First(node, "courseWorkload") ?? CourseTimes.First(node, "timeRequired")
                ?? instances.SelectMany(instance => Many(instance, "courseSchedule")).Select(CourseTimes.Scheduled).FirstOrDefault(text => text is not null),
            Duration = CourseTimes.First(node, "duration") ?? instances.Select(instance => CourseTimes.First(instance, "duration")).FirstOrDefault(text => text is not null),
            Licence = Many("license").Select(one => one.ValueKind == JsonValueKind.String ? LocalText.Of(one) : one.Text("url") ?? one.Text("name") ?? one.Text("@id")).FirstOrDefault(),
            Instances = CourseTimes.Dates(instances, Many),
            Image = Image(),
        };
    }

    private static string? Mode(string word) => word.ToLowerInvariant().Replace('_', '-') switch
    {
        "self-paced" or "selfpaced" or "self paced" or "asynchronous" => Wire.Name(CourseMode.SelfPaced),
        "instructor-paced" or "synchronous" or "scheduled" => Wire.Name(CourseMode.Scheduled),
        _ => null,
    };

    // «True», «https://schema.org/True»: markup has no other way to write it.
    private bool? Free() => node.Flag("isAccessibleForFree") ?? node.Text("isAccessibleForFree")?.Split('/')[^1].Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "так" => true,
        "false" or "no" or "ні" => false,
        _ => null,
    };

    private string? Image()
    {
        var found = Many("image").Select(image => image.ValueKind == JsonValueKind.String ? LocalText.Of(image) : image.Text("url") ?? image.Text("contentUrl") ?? image.Text("@id")).FirstOrDefault(image => image is not null)
            ?? node.Text("thumbnailUrl");
        return found is not null && Uri.TryCreate(address, found, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
    }

    private static List<string>? Some(IEnumerable<string> values) => values.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } list ? list : null;

    private IEnumerable<string> Names(string member) => Names(node, member);

    // A string, a thing with a name, or several of either.
    private IEnumerable<string> Names(JsonElement of, string member) => Many(of, member)
        .Select(value => Words.Unescaped(value.ValueKind switch
        {
            JsonValueKind.String => LocalText.Of(value),
            JsonValueKind.Object => LocalText.Of(value) ?? value.Text("alternateName") ?? value.Text("identifier"),
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
