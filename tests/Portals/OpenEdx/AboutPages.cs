using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.OpenEdx;

/// <summary>The few HTML pages of an invented Open edX portal that links lead to.</summary>
internal static class AboutPages
{
    public static PortalAnswer Frame(string portal, string title, string content, int status = 200) => PortalAnswer.Html($"""
        <!DOCTYPE html>
        <html lang="uk">
        <head><meta charset="UTF-8"><title>{Markup.Escape(title)} | {Markup.Escape(portal)}</title></head>
        <body><main id="main">{content}</main></body>
        </html>

        """, status);

    public static PortalAnswer Missing(string portal) => Frame(portal, "Сторінку не знайдено", "<h1>Сторінку не знайдено</h1>", 404);

    public static PortalAnswer Course(string portal, InventedCourse course)
    {
        var (org, number) = CourseItem.Parts(course.Id);
        return Frame(portal, course.Name, $"""
            <section class="course-info"><header class="course-profile"><div class="heading-group"><h1>{Markup.Escape(course.Name)}</h1><span>{Markup.Escape(org)}</span></div></header>
            <div class="details"><div class="inner-wrapper">{course.Overview}</div></div>
            <ol class="important-dates"><li class="important-dates-item"><p class="important-dates-item-title">Код курсу</p><span class="important-dates-item-text course-number">{Markup.Escape(number)}</span></li></ol>
            </section>
            """);
    }
}
