using System.Globalization;
using System.Text.Json.Nodes;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.OpenEdx;

/// <summary>One course as the list API of Open edX shows it: no language, price, level or subject.</summary>
internal static class CourseItem
{
    public static JsonObject Of(OpenEdxPortal portal, InventedCourse course)
    {
        var (org, number) = Parts(course.Id);
        var image = course.Image is { } file ? $"/asset-v1:{org}+{number}+type@asset+block@{file}" : null;
        return new JsonObject
        {
            ["blocks_url"] = portal.Url($"/api/courses/v2/blocks/?course_id={Uri.EscapeDataString(course.Id)}"),
            ["effort"] = course.Effort,
            ["end"] = Instant(course.End),
            ["enrollment_start"] = Instant(course.EnrolmentStart),
            ["enrollment_end"] = Instant(course.EnrolmentEnd),
            ["id"] = course.Id,
            ["media"] = new JsonObject
            {
                ["course_image"] = new JsonObject { ["uri"] = image },
                ["course_video"] = new JsonObject { ["uri"] = null },
                ["image"] = image is null ? null : new JsonObject
                {
                    ["raw"] = portal.Url(image),
                    ["small"] = portal.Url(image),
                    ["large"] = portal.Url(image),
                },
            },
            ["name"] = Markup.Escape(course.Name),
            ["number"] = number,
            ["org"] = org,
            ["short_description"] = course.Summary.Length > 0 ? course.Summary : null,
            ["start"] = Instant(course.Start) ?? "2030-01-01T00:00:00Z",
            ["start_display"] = course.StartText ?? course.Start?.ToString("MMM d, yyyy", CultureInfo.InvariantCulture),
            ["start_type"] = course.StartText is not null ? "string" : course.Start is not null ? "timestamp" : "empty",
            ["pacing"] = course.Pacing,
            ["mobile_available"] = false,
            ["hidden"] = course.Hidden,
            ["invitation_only"] = course.InvitationOnly,
            ["course_id"] = course.Id,
        };
    }

    /// <summary>Organisation and number out of both forms of a course key.</summary>
    public static (string Org, string Number) Parts(string id)
    {
        var parts = id.StartsWith("course-v1:", StringComparison.Ordinal) ? id["course-v1:".Length..].Split('+') : id.Split('/');
        return (parts[0], parts.ElementAtOrDefault(1) ?? "");
    }

    private static string? Instant(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
