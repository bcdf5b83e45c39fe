using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>Reads the course cards of themes that replace the core box: Moove's <c>[data-course-id]</c> and Eguru's <c>.fp-coursebox</c>.</summary>
internal static class MoodleCardReader
{
    public static IEnumerable<MoodleBox> Read(IDocument document, Uri address, string language)
    {
        foreach (var card in document.QuerySelectorAll("[data-course-id], .fp-coursebox"))
        {
            if (MoodleParts.InText(card)) continue;
            var link = card.QuerySelector("a.coursename[href]")
                ?? card.QuerySelector(":is(h2, h3, h4, h5, h6) a[href*='view.php']")
                ?? card.QuerySelector("a[href*='view.php']");
            if (link is null || link.ClassList.Contains("dimmed")) continue;
            var id = MoodleAddresses.CourseOf(link.GetAttribute("href"), address);
            if (id is null || MoodleParts.Title(link, language) is not { } title) continue;
            yield return Read(card, id.Value, title, address, language);
        }
    }

    private static MoodleBox Read(IElement card, long id, string title, Uri address, string language)
    {
        var summary = MoodleParts.Html(card.QuerySelector(".course-summary .no-overflow") ?? card.QuerySelector(".course-summary"));
        var icons = card.QuerySelectorAll(".enrolmenticon i, .enrolmenticon img, .enrolmenticons i, .enrolmenticons img");
        return new MoodleBox(id, title)
        {
            Complete = summary is not null,
            Summary = summary,
            Access = MoodleIcons.Access(icons),
            Paid = MoodleIcons.Paid(icons),
            Teachers = MoodleParts.Teachers(card),
            Image = MoodleParts.Picture(card, ".fp-coursethumb img", address),
            Fields = MoodleParts.Fields(card),
            CategoryName = Words.Plain(card.QuerySelector(".course-category")?.TextContent),
        };
    }
}
