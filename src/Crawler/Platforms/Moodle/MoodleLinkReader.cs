using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>The last resort for a theme that nobody knows: links to courses in the main part of the page. Each needs its information page before it is believed.</summary>
internal static class MoodleLinkReader
{
    private const string NotAList = "nav, aside, header, footer, .block, .generalbox.info, .category, .forumpost";

    public static IEnumerable<MoodleBox> Read(IDocument document)
    {
        var main = document.QuerySelector("[role=main]") ?? document.QuerySelector("#region-main") ?? document.Body;
        if (main is null) yield break;
        var names = new Dictionary<long, string>();
        foreach (var link in main.QuerySelectorAll("a[href*='/course/view.php']"))
        {
            if (MoodleAddresses.CourseOf(link.GetAttribute("href")) is not { } id || link.Closest(NotAList) is not null) continue;
            var name = Words.Plain(link.TextContent) ?? "";
            if (!names.TryGetValue(id, out var known) || name.Length > known.Length) names[id] = name;
        }

        foreach (var (id, name) in names) yield return new MoodleBox(id, name);
    }
}
