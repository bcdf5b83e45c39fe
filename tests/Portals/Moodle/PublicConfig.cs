using System.Text.Json.Nodes;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>The one thing that Moodle's ajax services tell without a login: which site this is and whether guests may enter.</summary>
internal static class PublicConfig
{
    public static PortalAnswer Answer(MoodlePortal portal, PortalRequest request)
    {
        var asked = request.Body.Contains("tool_mobile_get_public_config", StringComparison.Ordinal);
        var answer = asked
            ? new JsonObject { ["error"] = false, ["data"] = Data(portal) }
            : new JsonObject { ["error"] = true, ["exception"] = new JsonObject { ["message"] = "Сервіс потребує входу", ["errorcode"] = "servicerequireslogin" } };
        return PortalAnswer.Json(WebServices.Php(new JsonArray(answer))) with { ContentType = "application/json; charset=utf-8" };
    }

    private static JsonObject Data(MoodlePortal portal) => new()
    {
        ["wwwroot"] = portal.Url(""),
        ["httpswwwroot"] = portal.Url(""),
        ["sitename"] = portal.Options.Name,
        ["guestlogin"] = 0,
        ["enablewebservices"] = portal.Options.Token is null ? 0 : 1,
        ["enablemobilewebservice"] = 0,
        ["maintenanceenabled"] = 0,
        ["maintenancemessage"] = "",
        ["lang"] = "uk",
        ["autolang"] = 1,
        ["warnings"] = new JsonArray(),
    };
}
