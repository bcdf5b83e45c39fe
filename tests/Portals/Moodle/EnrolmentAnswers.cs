using System.Text.Json.Nodes;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>What the web services tell about the ways into a course.</summary>
internal static class EnrolmentAnswers
{
    /// <summary>The plugins that are on; whether one needs a key is not said here.</summary>
    public static IEnumerable<string> Enabled(InventedCourse course) =>
        new[] { "manual", course.Guest == "no" ? "" : "guest", course.Self == "no" ? "" : "self" }.Where(name => name.Length > 0);

    public static JsonNode Methods(MoodlePortal portal, PortalRequest request)
    {
        var id = request.Parameter("courseid");
        if (portal.Courses.All.FirstOrDefault(course => course.Id == id) is not { } found)
        {
            return WebServices.Error(portal, "dml_missing_record_exception", "invalidrecord", "Не вдається знайти запис даних у таблиці бази даних course.");
        }

        if (found.Hidden)
        {
            return WebServices.Error(portal, "moodle_exception", "coursehidden", "Курс недоступний");
        }

        var methods = new JsonArray();
        if (found.Guest != "no")
        {
            methods.Add(Method(found, 2, "guest", "Доступ для гостя", "enrol_guest_get_instance_info"));
        }

        if (found.Self != "no")
        {
            methods.Add(Method(found, 3, "self", "Самореєстрація (Студент)", found.Self == "key" ? "enrol_self_get_instance_info" : null));
        }

        return methods;
    }

    public static JsonNode GuestInstance(MoodlePortal portal, PortalRequest request)
    {
        var instance = request.Whole("instanceid");
        return portal.Course($"{instance / 10}") is { Guest: not "no" } course && instance % 10 == 2
            ? new JsonObject
            {
                ["instanceinfo"] = new JsonObject { ["id"] = instance, ["courseid"] = course.Number, ["type"] = "guest", ["name"] = "Доступ для гостя", ["status"] = true, ["passwordrequired"] = course.Guest == "key" },
                ["warnings"] = new JsonArray(),
            }
            : WebServices.Error(portal, "moodle_exception", "errorcoursecontextnotvalid", "Виняток контексту курсу");
    }

    private static JsonObject Method(InventedCourse course, int kind, string type, string name, string? function)
    {
        var id = course.Number;
        var method = new JsonObject { ["id"] = (id * 10) + kind, ["courseid"] = id, ["type"] = type, ["name"] = name, ["status"] = true };
        if (function is not null)
        {
            method["wsfunction"] = function;
        }

        return method;
    }
}
