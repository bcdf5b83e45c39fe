using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>Reads the course boxes of the core renderer (and of themes that keep it), on lists, in search results and on the information page.</summary>
internal static class MoodleBoxReader
{
    public static IEnumerable<MoodleBox> Read(IDocument document, Uri address, string language)
    {
        foreach (var box in document.QuerySelectorAll(".coursebox[data-courseid]"))
        {
            var name = box.QuerySelector(".coursename a[href]") ?? MoodleParts.Outside(box, ":is(h2, h3, h4, h5, h6) a[href*='view.php']");
            if (MoodleParts.InText(box) || name?.ClassList.Contains("dimmed") == true) continue;
            var id = MoodleAddresses.CourseNumber(box.GetAttribute("data-courseid"));
            if (id is null || MoodleParts.Title(name ?? box.QuerySelector(".coursename"), language) is not { } title) continue;
            yield return Read(box, id.Value, title, address, language);
        }
    }

    private static MoodleBox Read(IElement box, long id, string title, Uri address, string language)
    {
        var category = MoodleParts.Outside(box, ".coursecat a[href]");
        var icons = box.QuerySelectorAll(".enrolmenticons i, .enrolmenticons img");
        return new MoodleBox(id, title)
        {
            // A collapsed box without the link «more» has nothing more to tell.
            Complete = !box.ClassList.Contains("collapsed") || box.QuerySelector(".moreinfo a") is null,
            Summary = MoodleParts.Html(box.QuerySelector(".content .summary .no-overflow") ?? box.QuerySelector(".content .summary")),
            Access = MoodleIcons.Access(icons),
            Paid = MoodleIcons.Paid(icons),
            Teachers = MoodleParts.Teachers(box),
            Image = MoodleParts.Image(MoodleParts.Outside(box, ".courseimage img[src]")?.GetAttribute("src"), address),
            Fields = MoodleParts.Fields(box),
            Category = MoodleAddresses.CategoryOf(category?.GetAttribute("href")),
            CategoryName = Words.Plain(category?.TextContent),
        };
    }
}
