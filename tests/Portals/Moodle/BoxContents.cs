using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>What an expanded course box holds: summary, cover, teachers, category, custom fields, in the order of the release.</summary>
internal sealed class BoxContents(MoodlePortal portal)
{
    private bool Old => portal.Options.Version == MoodleVersion.Moodle311;

    public bool Any(InventedCourse course) => Of(course, false).Length > 0;

    public string Of(InventedCourse course, bool withCategory)
    {
        var rest = Teachers(course) + (withCategory ? Category(course) : "") + Fields(course);
        return Old
            ? Summary(course) + Cover(course) + rest
            : $"""<div class="d-flex">{Cover(course)}<div class="flex-grow-1">{Summary(course)}{rest}</div></div>""";
    }

    private string Summary(InventedCourse course)
    {
        var html = portal.Options.MultilangFilter ? Names.OneLanguage(course.Summary) : course.Summary;
        return html.Length == 0 ? "" : $"""<div class="summary"><div class="no-overflow">{html}</div></div>""";
    }

    private string Cover(InventedCourse course) => course.Image is not { } file ? "" :
        $"""<div class="courseimage"><img src="{portal.Url($"/pluginfile.php/{40 + course.Number}/course/overviewfiles/{Uri.EscapeDataString(file)}")}" {(Old ? "" : "alt=\"\" ")}/></div>""";

    private string Teachers(InventedCourse course)
    {
        var role = Old ? "Викладач: " : """<span class="font-weight-bold">Викладач: </span>""";
        var profile = Old ? "/user/view.php?id={0}&amp;course=1" : "/user/profile.php?id={0}";
        var items = course.Teachers.Select(teacher =>
            $"""<li>{role}<a href="{portal.Url(string.Format(null, profile, TeacherId(teacher)))}">{Markup.Escape(teacher)}</a></li>""");
        return course.Teachers.Count == 0 ? "" : $"""<ul class="teachers">{string.Concat(items)}</ul>""";
    }

    private string Category(InventedCourse course)
    {
        if (portal.Category(course.Category) is not { } category)
        {
            return "";
        }

        var label = Old ? "Категорія: " : """<span class="font-weight-bold">Категорія: </span>""";
        return $"""<div class="coursecat">{label}<a class="" href="{portal.Url($"/course/index.php?categoryid={category.Id}")}">{Markup.Escape(category.Name)}</a></div>""";
    }

    private static string Fields(InventedCourse course)
    {
        var fields = string.Concat(CustomFields.Of(course).Select(field => $"""
            <div class="customfield customfield_{field.Type} customfield_{field.ShortName}">
                <span class="customfieldname">{field.Name}</span><span class="customfieldseparator">: </span><span class="customfieldvalue">{Markup.Escape(field.Value)}</span>
            </div>
            """));
        return fields.Length == 0 ? "" : $"""<div class="customfields-container">{fields}</div>""";
    }

    /// <summary>A number for an invented name, the same in every run.</summary>
    private int TeacherId(string teacher) =>
        100 + portal.Courses.All.SelectMany(course => course.Teachers).Distinct().Order(StringComparer.Ordinal).ToList().IndexOf(teacher);
}
