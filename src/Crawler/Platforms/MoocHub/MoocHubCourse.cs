using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.MoocHub;

/// <summary>Makes a raw listing of one course. Version 2 has flat texts and whole weeks of hours, version 3 objects; each member is looked for in both spellings, because providers moved by halves. Pure.</summary>
internal static class MoocHubCourse
{
    /// <summary>2 or 3, by the entry's type and, where that is spelled otherwise, by members that only one version has; null where it is no course.</summary>
    public static int? VersionOf(JsonElement item)
    {
        if (item.Member("attributes") is not { ValueKind: JsonValueKind.Object } attributes) return null;
        return item.Text("type") switch
        {
            "Course" => 3,
            "courses" or "course" => 2,
            _ when attributes.Member("moocProvider") is not null || attributes.Member("courseLicenses") is not null => 2,
            _ when attributes.Member("learningResourceType") is not null || attributes.Member("publisher") is not null => 3,
            _ => null,
        };
    }

    /// <summary>Null without identifier, name or address.</summary>
    public static RawListing? Listing(JsonElement item, int version, Uri address, string language)
    {
        var course = item.Member("attributes")!.Value;
        if (item.Text("id") is not { } id || Words.Unescaped(course.Local("name", language)) is not { } title || Web(course.Text("url"), address) is not { } url) return null;
        var (price, prices) = MoocHubPrices.Of(course);
        var parties = new MoocHubParties(course, version, language);
        var skills = new MoocHubSkills(course, language);
        return new RawListing
        {
            Id = id,
            Title = title,
            Url = url.AbsoluteUri,
            Summary = course.Local("abstract", language),
            Description = Description(course, language),
            Language = Texts(course, "inLanguage", language).Concat(Texts(course, "languages", language)).Distinct(StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } languages ? string.Join(", ", languages) : null,
            Provider = parties.Provider,
            Publisher = parties.Institution,
            Authors = Some(parties.Persons),
            Keywords = Some(Texts(course, "keywords", language).Concat(skills.Others)),
            Subjects = Some(skills.Subjects),
            Competences = skills.Stated.Count > 0 ? skills.Stated : null,
            Level = skills.Level,
            Price = price,
            Prices = prices,
            Mode = Mode(course, language),
            Credential = Credential(course, language),
            Workload = Workload(course.Member("workload")),
            Duration = course.Text("duration"),
            Licence = Many(course, "license").Concat(Many(course, "courseLicenses")).Select(LicenceOf).FirstOrDefault(licence => licence is not null),
            Instances = Instances(course),
            Image = Web(course.Member("image")?.Text("contentUrl") ?? course.Member("image")?.Text("url") ?? course.Text("image"), address)?.AbsoluteUri,
        };
    }

    /// <summary>The elements of a list, or the one value where a list was promised.</summary>
    public static IEnumerable<JsonElement> Many(JsonElement json, string name) => json.Member(name) switch
    {
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray(),
        { } one => [one],
        null => [],
    };

    public static IEnumerable<string> Texts(JsonElement json, string name, string language) =>
        Many(json, name).Select(one => Words.Unescaped(LocalText.Of(one, language))).OfType<string>();

    public static List<string>? Some(IEnumerable<string> values) => values.Distinct(StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } list ? list : null;

    // What a course is to teach often stands nowhere else in version 2.
    private static string? Description(JsonElement course, string language)
    {
        var goals = Many(course, "learningObjectives").Select(goal => LocalText.Of(goal, language)).OfType<string>().ToList();
        var text = course.Local("description", language);
        return goals.Count == 0 ? text : $"{text}<ul>{string.Concat(goals.Select(goal => $"<li>{goal}</li>"))}</ul>";
    }

    // «online» and «MOOC» say where, not at whose pace.
    private static string? Mode(JsonElement course, string language)
    {
        var modes = Texts(course, "courseMode", language).Select(mode => mode.ToLowerInvariant()).ToHashSet();
        return (modes.Contains("asynchronous"), modes.Contains("synchronous")) switch
        {
            (true, false) => Wire.Name(CourseMode.SelfPaced),
            (false, true) => Wire.Name(CourseMode.Scheduled),
            _ => null,
        };
    }

    private static string? Credential(JsonElement course, string language)
    {
        var awarded = Texts(course, "educationalCredentialsAwarded", language).Select(one => one.ToLowerInvariant()).ToList();
        return awarded.Contains("certificate") ? Wire.Name(Catalog.Courses.Credential.Certificate)
            : awarded.Any(one => one is "record of achievement" or "confirmation of participation") ? Wire.Name(Catalog.Courses.Credential.Record)
            : null;
    }

    // Hours a day or a month are no hours of work that could be added up.
    private static string? Workload(JsonElement? workload) => workload switch
    {
        { ValueKind: JsonValueKind.Number } hours => $"{hours.GetRawText()} hours a week",
        { ValueKind: JsonValueKind.String } => LocalText.Of(workload),
        { ValueKind: JsonValueKind.Object } said when said.Text("timeUnit")?.Replace(" ", "", StringComparison.Ordinal) is "h/week" && said.Text("timeValue") is { } hours => $"{hours} hours a week",
        _ => null,
    };

    private static string? LicenceOf(JsonElement licence) =>
        licence.ValueKind == JsonValueKind.String ? LocalText.Of(licence) : licence.Text("url") ?? licence.Text("identifier") ?? licence.Text("id") ?? licence.Local("name");

    // Starts and ends are two lists of equal order; one window of enrolment belongs to all of them.
    private static List<RawInstance>? Instances(JsonElement course)
    {
        var starts = Many(course, "startDate").Select(date => LocalText.Of(date)).ToList();
        var ends = Many(course, "endDate").Select(date => LocalText.Of(date)).ToList();
        var (opens, closes) = (course.Text("applicationStartDate"), course.Text("applicationDeadline"));
        var runs = Enumerable.Range(0, Math.Max(Math.Max(starts.Count, ends.Count), 1))
            .Select(i => new RawInstance(starts.ElementAtOrDefault(i), ends.ElementAtOrDefault(i), opens, closes))
            .Where(run => run != new RawInstance())
            .Distinct()
            .ToList();
        return runs.Count > 0 ? runs : null;
    }

    private static Uri? Web(string? text, Uri address) =>
        text is not null && Uri.TryCreate(address, text, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
}
