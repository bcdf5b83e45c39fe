using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>
/// Takes a post apart that announces several courses: items of a list, rows of a table, headings with what follows, or links in running text
/// that are themselves names. A link that is no course page by its address counts only where the title says that there are several.
/// </summary>
internal static partial class AnnouncedCourses
{
    private const int LongestTitle = 250;

    /// <summary>Two or more, each with a name and an address of its own; empty where the post announces one or it is not clear which.</summary>
    public static IReadOnlyList<AnnouncedCourse> Find(WordPressPost post)
    {
        using var document = PageMarkup.Parse(post.Content ?? "", post.Link);
        var outside = OutsideLinks.Of(document, post.Link).ToList();
        var links = outside.Where(found => found.IsCoursePage).ToList();
        if (links.DistinctBy(found => found.Key).Skip(1).FirstOrDefault() is null)
        {
            if (!Several().IsMatch(HtmlText.OneLine(post.Title))) return [];
            links = [.. outside.Where(found => found.IsCoursePage || AnnouncedPlace.IsItem(found.Place))];
        }

        var courses = new Dictionary<string, AnnouncedCourse>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in links.GroupBy(found => found.Key, StringComparer.OrdinalIgnoreCase))
        {
            // The same course may be linked from its name and from «реєстрація».
            if (group.Select(found => Course(found, links)).FirstOrDefault(course => course is not null) is { } course) courses.TryAdd(group.Key, course);
        }

        var named = courses.Values.DistinctBy(course => course.Title, StringComparer.OrdinalIgnoreCase).ToList();
        return named.Count > 1 ? named : [];
    }

    private static AnnouncedCourse? Course(OutsideLinks.Found found, IReadOnlyList<OutsideLinks.Found> all)
    {
        var place = AnnouncedPlace.Of(found, all);
        if (Title(place) is not { } title) return null;
        return new AnnouncedCourse(found.Link, title, place.Text) { Provider = place.Provider(title) };
    }

    private static string? Title(AnnouncedPlace place)
    {
        var title = Words.Plain(Trimmed().Replace(place.Title() ?? "", ""));
        return title is { Length: > 2 and <= LongestTitle } && title.Any(char.IsLetter) ? title : null;
    }

    [GeneratedRegex(@"\b(?:курси|курсів|вебінари|вебінарів|тренінги|тренінгів|воркшопи|воркшопів|розклад|підбірк\p{L}|добірк\p{L}|дайджест|courses|webinars|trainings|workshops)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    // «1. Назва —», «• Назва:».
    [GeneratedRegex(@"^[\s\d.)•–—-]*(?=\p{L}|[«""“])|[\s:;,.–—-]+$")]
    private static partial Regex Trimmed();
}
