using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>The login page and the ways to it.</summary>
internal static class LoginPages
{
    public static PortalAnswer Login(MoodlePortal portal)
    {
        var name = Markup.Escape(portal.Options.Name);
        return MoodlePage.Frame(portal, "page-login-index", MoodlePage.Title(portal, $"Увійти на {name}"), name, $"""
            <div class="loginform"><h2 class="login-heading">Увійти до {name}</h2>
            <form class="login-form" action="{portal.Url("/login/index.php")}" method="post" id="login">
            <input type="hidden" name="logintoken" value="invented">
            <input type="text" name="username" id="username" autocomplete="username">
            <input type="password" name="password" id="password" autocomplete="current-password">
            <button type="submit" id="loginbtn">Увійти</button>
            </form></div>
            """);
    }

    public static PortalAnswer Redirect(MoodlePortal portal) => PortalAnswer.Redirect(303, new Uri(portal.Url("/login/index.php")));

    /// <summary>What <c>category.ajax.php</c> says where the whole site asks for a login: status 200.</summary>
    public static PortalAnswer AjaxRefusal(MoodlePortal portal) =>
        PortalAnswer.Json($$"""{"error":"Курс або дія недоступні. (Неідентифікований)","errorcode":"requireloginerror","stacktrace":null,"debuginfo":null,"reproductionlink":"{{portal.Url("/").Replace("/", "\\/")}}"}""");
}
