using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>The frame of every page of an invented Moodle portal, with the parts that readers look at: title, body id, heading, way of categories.</summary>
internal static class MoodlePage
{
    public static PortalAnswer Frame(MoodlePortal portal, string bodyId, string title, string heading, string content, string way = "", int status = 200)
    {
        var name = Markup.Escape(portal.Options.ShortName);
        var full = portal.Options.Version == MoodleVersion.Moodle311 ? title : $"{title} | {name}";
        return Common(PortalAnswer.Html($"""
            <!DOCTYPE html>
            <html dir="ltr" lang="uk" xml:lang="uk">
            <head>
            <title>{full}</title>
            <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
            <meta name="keywords" content="moodle, {full}" />
            </head>
            <body id="{bodyId}" class="format-site path-course dir-ltr lang-uk notloggedin">
            <nav class="navbar"><a href="{portal.Url("/")}" class="navbar-brand">{name}</a><span class="login"><a href="{portal.Url("/login/index.php")}">Увійти</a></span></nav>
            <header id="page-header"><h1>{heading}</h1>{way}</header>
            <div id="page-content"><section id="region-main"><div role="main"><span id="maincontent"></span>{content}</div></section></div>
            <footer id="page-footer"><div class="logininfo">Ви не пройшли ідентифікацію (<a href="{portal.Url("/login/index.php")}">Увійти</a>)</div></footer>
            </body></html>

            """, status));
    }

    public static PortalAnswer Missing(MoodlePortal portal) =>
        Error(portal, "На жаль, запрошену сторінку не знайдено");

    /// <summary>Moodle's own error page: status 404 and a full frame.</summary>
    public static PortalAnswer Error(MoodlePortal portal, string message) =>
        Frame(portal, "page-site-error", "Помилка", Markup.Escape(portal.Options.Name), $"""<div data-rel="fatalerror" class="box py-3 errorbox alert alert-danger"><p class="errormessage">{Markup.Escape(message)}</p></div>""", status: 404);

    /// <summary>The title that 3.11 starts with the site and 4.5 ends with it.</summary>
    public static string Title(MoodlePortal portal, string of) =>
        portal.Options.Version == MoodleVersion.Moodle311 ? $"{Markup.Escape(portal.Options.ShortName)}: {of}" : of;

    private static PortalAnswer Common(PortalAnswer answer) => answer
        .With("Content-Language", "uk")
        .With("Cache-Control", "private, pre-check=0, post-check=0, max-age=0, no-transform");
}
