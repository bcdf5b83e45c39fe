using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>
/// The last resort for a theme that nobody knows: links to courses in the main part of the page, each with the largest part of the page
/// that speaks of no other course. What a list cuts short is unknown, so each course needs its information page before it is believed.
/// </summary>
internal static class MoodleLinkReader
{
    private const string NotAList = "nav, aside, header:not(.card-header), footer:not(.card-footer), .block, .forumpost, .breadcrumb, .pagination";
    // What an administrator wrote of a category; on an information page the course itself stands in such a box.
    private const string Description = ".generalbox.info";
    private const string Frame = "[role=main], main, #region-main, body, html";
    private const string Summaries = ".summary .no-overflow, .course-summary .no-overflow, .summary, .course-summary, .coursesummary, .course-description, [class*='summary'], [class*='description'], .no-overflow";
    private const string Names = "h1, h2, h3, h4, h5, h6, .coursename, [class*='title'], [class*='name']";

    public static IEnumerable<MoodleBox> Read(IDocument document, Uri address, string language)
    {
        var main = document.QuerySelector("[role=main]") ?? document.QuerySelector("main") ?? document.QuerySelector("#region-main") ?? document.Body;
        if (main is null) return [];
        var isList = !address.AbsolutePath.EndsWith("/course/info.php", StringComparison.Ordinal);
        var links = new Dictionary<IElement, long>();
        foreach (var link in main.QuerySelectorAll("a[href*='.php?']"))
        {
            if (MoodleAddresses.CourseOf(link.GetAttribute("href"), address) is { } id && link.Closest(NotAList) is null && !MoodleParts.InText(link) && !(isList && link.Closest(Description) is not null)) links[link] = id;
        }

        return links.GroupBy(link => link.Value, link => link.Key).Select(course => Box(course.Key, [.. course], links, address, language)).OfType<MoodleBox>();
    }

    private static MoodleBox? Box(long id, IReadOnlyList<IElement> own, Dictionary<IElement, long> all, Uri address, string language)
    {
        var part = Part(own[0], id, all);
        var icons = part.QuerySelectorAll("[class*='enrol'] i, [class*='enrol'] img, img[src*='/enrol_'], img[src*='component=enrol_']");
        return new MoodleBox(id, Title(own, part, language) ?? "")
        {
            Summary = MoodleParts.Html(part.QuerySelectorAll(Summaries).FirstOrDefault(text => Words.Plain(text.TextContent) is not null && !MoodleParts.InText(text))),
            Access = MoodleIcons.Access(icons),
            Paid = MoodleIcons.Paid(icons),
            Teachers = MoodleParts.Teachers(part),
            Image = MoodleParts.Picture(part, "img[src*='pluginfile.php']:not(.userpicture)", address),
            Fields = MoodleParts.Fields(part),
        };
    }

    // Climbs while the part holds no other course; stops below the frame of the page.
    private static IElement Part(IElement link, long id, Dictionary<IElement, long> all)
    {
        var part = link;
        while (part.ParentElement is { } above && !above.Matches(Frame) && !all.Any(other => other.Value != id && above.Contains(other.Key))) part = above;
        return part;
    }

    // A heading round or inside a link names the course; else the longest link does, a button («Перейти до курсу») being shorter than most names.
    private static string? Title(IReadOnlyList<IElement> own, IElement part, string language)
    {
        var named = own.Select(link => link.QuerySelector(Names) ?? (link.Closest("h1, h2, h3, h4, h5, h6, .coursename") is { } heading && part.Contains(heading) ? link : null))
            .Select(name => MoodleParts.Title(name, language))
            .FirstOrDefault(name => name is not null);
        return named
            ?? own.Select(link => MoodleParts.Title(link, language)).Where(name => name is not null).MaxBy(name => name!.Length)
            ?? MoodleParts.Title(part.QuerySelector("h1, h2, h3, h4, h5, h6"), language);
    }
}
