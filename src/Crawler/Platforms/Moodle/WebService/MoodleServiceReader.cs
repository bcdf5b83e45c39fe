using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Moodle.WebService;

/// <summary>Reads answers of the web services. A member that is missing or odd is no value; a course without id or name is left out. Pure.</summary>
internal static class MoodleServiceReader
{
    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");

    /// <summary>Every error comes with status 200; null where this is an answer.</summary>
    public static MoodleServiceError? Error(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && (answer.Member("exception") ?? answer.Member("errorcode")) is not null
            ? new MoodleServiceError(answer.Text("errorcode") ?? "unknown")
            : null;

    /// <summary>The courses of <c>core_course_get_courses_by_field</c> without the site itself; null where the answer holds no list of courses.</summary>
    public static IReadOnlyList<MoodleServiceCourse>? Courses(JsonElement answer, Uri address, string language)
    {
        if (answer.Member("courses") is not { ValueKind: JsonValueKind.Array }) return null;
        return [.. answer.Items("courses").Select(course => Course(course, address, language)).OfType<MoodleServiceCourse>()];
    }

    /// <summary>The categories of <c>core_course_get_categories</c>. Hidden ones, which only managers are told, are left out: no visitor sees their names.</summary>
    public static IReadOnlyList<MoodleCategory> Categories(JsonElement answer, string language)
    {
        if (answer.ValueKind != JsonValueKind.Array) return [];
        var found = new List<MoodleCategory>();
        foreach (var category in answer.EnumerateArray())
        {
            if (category.Number("id") is { } id && Words.Unescaped(category.Text("name"), language) is { } name && category.Flag("visible") != false)
            {
                found.Add(new MoodleCategory(id, name, category.Number("parent") ?? 0));
            }
        }

        return found;
    }

    /// <summary>
    /// The instances of <c>core_enrol_get_course_enrolment_methods</c> that let somebody in. A status that is neither true nor false is
    /// Moodle's sentence why not; a self-enrolment names a function to ask for details only where a key is needed.
    /// </summary>
    public static IReadOnlyList<MoodleServiceMethod> EnrolmentMethods(JsonElement answer) =>
        answer.ValueKind != JsonValueKind.Array
            ? []
            : [.. answer.EnumerateArray()
                .Where(method => method.Member("status") is null || method.Flag("status") == true)
                .Select(method => new MoodleServiceMethod(method.Number("id") ?? 0, method.Text("type") ?? "", method.Text("wsfunction") is not null))];

    /// <summary>Whether a guest is asked for a password, as <c>enrol_guest_get_instance_info</c> tells it.</summary>
    public static bool? GuestNeedsPassword(JsonElement answer) => answer.Member("instanceinfo")?.Flag("passwordrequired");

    private static MoodleServiceCourse? Course(JsonElement course, Uri address, string language)
    {
        if (course.Number("id") is not { } id || id <= MoodleAddresses.SiteCourse) return null;
        if (Words.Unescaped(course.Text("fullname") ?? course.Text("displayname"), language) is not { } title) return null;
        var box = new MoodleBox(id, title)
        {
            Complete = true,
            Summary = course.Text("summary"),
            Teachers = [.. course.Items("contacts").Select(contact => Words.Unescaped(contact.Text("fullname"))).OfType<string>().Distinct(StringComparer.Ordinal)],
            Image = Image(course, address),
            Fields = [.. course.Items("customfields").Select(Field).OfType<MoodleField>()],
            Category = course.Number("categoryid"),
        };
        return new MoodleServiceCourse(box, Methods(course), course.Flag("visible"))
        {
            Language = course.Text("lang"),
            Dates = Dates(course.Number("startdate"), course.Number("enddate")),
        };
    }

    private static HashSet<string> Methods(JsonElement course) =>
        [.. course.Items("enrollmentmethods").Where(method => method.ValueKind == JsonValueKind.String).Select(method => method.ToString())];

    private static string? Image(JsonElement course, Uri address) =>
        course.Items("overviewfiles")
            .Where(file => file.Text("mimetype")?.StartsWith("image/", StringComparison.Ordinal) != false)
            .Select(file => MoodleParts.Image(file.Text("fileurl"), address))
            .FirstOrDefault(image => image is not null)
        ?? MoodleParts.Image(course.Text("courseimage"), address);

    private static MoodleField? Field(JsonElement field) =>
        Words.Unescaped(field.Text("value")) is { } value && field.Text("type") != "textarea"
            ? new MoodleField(field.Text("shortname") ?? "", Words.Unescaped(field.Text("name")) ?? "", value)
            : null;

    // Seconds since 1970, 0 for none; courses begin at midnight of the portal, so Kyiv time keeps the day.
    private static RawInstance? Dates(long? start, long? end) =>
        Moment(start) is { } begins ? new RawInstance(begins, Moment(end)) : null;

    private static string? Moment(long? seconds) =>
        seconds is > 0 and < 32_503_680_000
            ? TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds.Value), Kyiv).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)
            : null;
}
