using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Moodle.WebService;

/// <summary>
/// Finds the most open way into each course: guest without a password, then self-enrolment without a key, then anything with a key;
/// the same order in which the icons of the public pages are read.
/// </summary>
internal sealed class MoodleServiceAccess(MoodleService service, IReadOnlyCollection<MoodleServiceCourse> courses)
{
    // Enters courses that let no guest in: so the account has a role, and what it may enter says nothing about guests.
    private readonly bool accountHasRole = courses.Any(course => course.CanEnter && !course.Methods.Contains("guest"));
    private readonly HashSet<string> refused = [];

    /// <summary>A wire value, null where nothing is known; hidden where the portal says so only now.</summary>
    public async Task<(string? Access, bool Hidden)> OfAsync(MoodleServiceCourse course, CancellationToken ct)
    {
        var guest = course.Methods.Contains("guest");
        if (guest && course.CanEnter && !accountHasRole) return (Wire.Name(Access.Guest), false);
        if (!course.Methods.Contains("self") && !(guest && accountHasRole)) return (guest ? Wire.Name(Access.Key) : null, false);

        var (answer, code) = await AskAsync("core_enrol_get_course_enrolment_methods", "courseid", course.Box.Id, ct);
        using var ways = answer;
        if (ways is null) return (guest && !accountHasRole ? Wire.Name(Access.Key) : null, code == "coursehidden");

        var methods = MoodleServiceReader.EnrolmentMethods(ways.RootElement);
        if (accountHasRole && methods.FirstOrDefault(method => method.Type == "guest") is { } door && await IsOpenAsync(door, ct))
        {
            return (Wire.Name(Access.Guest), false);
        }

        if (methods.Any(method => method is { Type: "self", HasDetails: false })) return (Wire.Name(Access.Self), false);
        return (guest || methods.Any(method => method.Type == "self") ? Wire.Name(Access.Key) : null, false);
    }

    private async Task<bool> IsOpenAsync(MoodleServiceMethod guest, CancellationToken ct)
    {
        var (answer, _) = await AskAsync("enrol_guest_get_instance_info", "instanceid", guest.Instance, ct);
        using var details = answer;
        return details is not null && MoodleServiceReader.GuestNeedsPassword(details.RootElement) == false;
    }

    private async Task<(JsonDocument? Answer, string? Code)> AskAsync(string function, string parameter, long id, CancellationToken ct)
    {
        if (refused.Contains(function)) return (null, null);
        var (answer, error) = await service.CallAsync(function, ct, (parameter, id.ToString(CultureInfo.InvariantCulture)));
        // A service without this function refuses it every time; asking once is enough.
        if (error is { Code: "accessexception" or "invalidrecord" or "servicenotavailable" }) refused.Add(function);
        return (answer, error?.Code);
    }
}
