using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>The select with every visible category by its full name, and the way of categories above a page.</summary>
internal static class CategoryPicker
{
    public static string Of(MoodlePortal portal, int selected)
    {
        var old = portal.Options.Version == MoodleVersion.Moodle311;
        var options = string.Concat(Walk(portal, 0, "").Select(pair =>
        {
            var value = old ? $"{pair.Category.Id}" : $"/course/index.php?categoryid={pair.Category.Id}";
            return $"""<option value="{value}"{(pair.Category.Id == selected ? " selected" : "")} >{pair.Path}</option>""" + "\n";
        }));
        return old
            ? $"""
                <div class="categorypicker"><form method="get" action="{portal.Url("/course/index.php")}" id="switchcategory">
                <select class="custom-select singleselect" name="categoryid">
                {options}</select></form></div>
                """
            : $"""
                <div id="action_bar"><form method="post" action="{portal.Url("/course/jumpto.php")}">
                <select class="custom-select urlselect text-truncate w-100" name="jump">
                {options}</select></form></div>
                """;
    }

    public static string Way(MoodlePortal portal, InventedCategory category)
    {
        var way = new Stack<InventedCategory>();
        for (var step = category; step is not null; step = portal.Category(step.Parent))
        {
            way.Push(step);
        }

        return $"""<nav><ol class="breadcrumb">{string.Concat(way.Select(step => $"""<li class="breadcrumb-item"><a href="{portal.Url($"/course/index.php?categoryid={step.Id}")}">{Markup.Escape(step.Name)}</a></li>"""))}</ol></nav>""";
    }

    private static IEnumerable<(InventedCategory Category, string Path)> Walk(MoodlePortal portal, int parent, string path)
    {
        foreach (var category in portal.Under(parent))
        {
            var name = path + Markup.Escape(category.Name);
            yield return (category, name);
            foreach (var below in Walk(portal, category.Id, name + " / "))
            {
                yield return below;
            }
        }
    }
}
