using DcCourseIndex.Portals.Courses;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>The boxes in which Moodle lists courses: collapsed, expanded, or expanded with the category.</summary>
internal sealed class CourseBoxes(MoodlePortal portal)
{
    private readonly BoxContents contents = new(portal);

    public string List(IReadOnlyList<InventedCourse> courses, bool collapsed = false, bool withCategory = false, params string[] highlighted) =>
        string.Concat(courses.Select((course, index) =>
            Box(course, $" {(index % 2 == 0 ? "odd" : "even")}{(index == 0 ? " first" : "")}{(index == courses.Count - 1 ? " last" : "")}", collapsed, withCategory, highlighted)));

    public string Box(InventedCourse course, string place = "", bool collapsed = false, bool withCategory = false, params string[] highlighted)
    {
        var tag = collapsed ? "div" : "h3";
        var name = Names.Highlight(Names.Shown(course.Name, portal.Options.MultilangFilter), highlighted);
        var more = collapsed && contents.Any(course)
            ? $"""<a title="Резюме" href="{portal.Url($"/course/info.php?id={course.Id}")}"><i class="icon fa fa-info fa-fw "  title="Резюме"{Role} aria-label="Резюме"></i></a>"""
            : "";
        return $"""<div class="coursebox clearfix{place}{(collapsed ? " collapsed" : "")}" data-courseid="{course.Id}" data-type="1"><div class="info"><{tag} class="coursename"><a class="aalink" href="{portal.Url($"/course/view.php?id={course.Id}")}">{name}</a></{tag}><div class="moreinfo">{more}</div>{Icons(course)}</div><div class="content">{(collapsed ? "" : Names.Highlight(contents.Of(course, withCategory), highlighted))}</div></div>""";
    }

    private string Role => portal.Options.Version == MoodleVersion.Moodle45 ? " role=\"img\"" : "";

    // Self-enrolment shows no icon to visitors, so "no icon" does not mean closed.
    private string Icons(InventedCourse course)
    {
        var old = portal.Options.Version == MoodleVersion.Moodle311;
        return course.Guest switch
        {
            "open" => Icon(old ? "fa-unlock-alt" : "fa-lock-open", "Доступ для гостя"),
            "key" => Icon(old ? "fa-key" : "fa-lock", "Доступ для гостя вимагає пароль"),
            _ => "",
        };
    }

    private string Icon(string shape, string title) =>
        $"""<div class="enrolmenticons"><i class="icon fa {shape} fa-fw "  title="{title}"{Role} aria-label="{title}"></i></div>""";
}
