using System.Text.Json.Nodes;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>The REST web services of an invented Moodle portal; every error has status 200.</summary>
internal static class WebServices
{
    public static PortalAnswer Answer(MoodlePortal portal, PortalRequest request)
    {
        if (portal.Options.Token is not { } token)
        {
            return PortalAnswer.Html("", 403);
        }

        var answer = request.Parameter("wstoken") == token
            ? Call(portal, request)
            : Error(portal, "moodle_exception", "invalidtoken", "Неправильний маркер - маркер не знайдено");
        return request.Parameter("moodlewsrestformat") == "json"
            ? PortalAnswer.Json(Php(answer)) with { ContentType = "application/json" }
            : new PortalAnswer(200, "application/xml; charset=utf-8", XmlAnswer.Of(answer));
    }

    /// <summary>JSON as PHP writes it, with escaped slashes.</summary>
    internal static string Php(JsonNode? node) => (node?.ToJsonString() ?? "null").Replace("/", "\\/");

    internal static JsonObject Error(MoodlePortal portal, string type, string code, string message)
    {
        var space = portal.Options.Version == MoodleVersion.Moodle45 && type != "webservice_access_exception" ? "core\\exception\\" : "";
        return new JsonObject { ["exception"] = space + type, ["errorcode"] = code, ["message"] = message };
    }

    private static JsonNode Call(MoodlePortal portal, PortalRequest request) => request.Parameter("wsfunction") switch
    {
        "core_webservice_get_site_info" => ServiceAnswers.SiteInfo(portal),
        "core_course_get_categories" => ServiceAnswers.Categories(portal),
        "core_course_get_courses_by_field" => ServiceAnswers.CoursesByField(portal, request),
        "core_course_search_courses" => ServiceAnswers.Search(portal, request),
        "core_enrol_get_course_enrolment_methods" => EnrolmentAnswers.Methods(portal, request),
        "enrol_guest_get_instance_info" => EnrolmentAnswers.GuestInstance(portal, request),
        null => Error(portal, "invalid_parameter_exception", "invalidparameter", "Виявлено неправильне значення параметру"),
        var name when name.StartsWith("core_", StringComparison.Ordinal) => Error(portal, "webservice_access_exception", "accessexception", "Виняток з контролю доступу"),
        _ => Error(portal, "dml_missing_record_exception", "invalidrecord", "Не вдається знайти запис даних у таблиці бази даних external_functions."),
    };
}
