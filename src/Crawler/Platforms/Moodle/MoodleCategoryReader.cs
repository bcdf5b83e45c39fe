using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>Reads categories from the chooser that most category pages have (all visible ones with their path) or else from the tree (as far as it is unfolded).</summary>
internal static class MoodleCategoryReader
{
    private const string PathSeparator = " / ";

    public static IReadOnlyList<MoodleCategory> Read(IDocument document, Uri address, string language, out bool all)
    {
        var chosen = Chooser(document, language);
        all = chosen.Count > 0;
        if (all) return chosen;
        var tree = Tree(document, address, language);
        return tree.Count > 0 ? tree : Links(document, address, language);
    }

    // Themes with tiles for categories keep nothing of the tree but its links; those of the page's own path stand in its navigation.
    private static List<MoodleCategory> Links(IDocument document, Uri address, string language)
    {
        var page = MoodleAddresses.CategoryOf(address) ?? 0;
        var main = document.QuerySelector("[role=main]") ?? document.QuerySelector("#region-main");
        var found = new Dictionary<long, MoodleCategory>();
        foreach (var link in main?.QuerySelectorAll("a[href*='categoryid=']") ?? Enumerable.Empty<IElement>())
        {
            if (link.Closest("nav, aside, .breadcrumb, .pagination, .paging, .coursebox, .coursecat, .course-category, [data-course-id], .fp-coursebox, form") is not null || MoodleParts.InText(link)) continue;
            if (MoodleAddresses.CategoryOf(link.GetAttribute("href")) is not { } id || id == page) continue;
            var name = Words.Unescaped((link.QuerySelector("h2, h3, h4, h5, h6, [class*='title'], [class*='name']") ?? link).InnerHtml, language);
            if (name is not null) found.TryAdd(id, new MoodleCategory(id, name, page));
        }

        return [.. found.Values];
    }

    // 4.x and later: select[name=jump] with addresses; 3.x: select[name=categoryid] with numbers.
    private static List<MoodleCategory> Chooser(IDocument document, string language)
    {
        var paths = new Dictionary<string, long>(StringComparer.Ordinal);
        var found = new List<MoodleCategory>();
        foreach (var option in document.QuerySelectorAll("select[name=jump] option, select[name=categoryid] option"))
        {
            var value = option.GetAttribute("value") ?? "";
            var id = MoodleAddresses.CategoryOf(value) ?? MoodleAddresses.CategoryOf($"?categoryid={value}");
            if (id is null || Words.Unescaped(option.InnerHtml, language) is not { } path) continue;
            paths[path] = id.Value;
            found.Add(Placed(id.Value, path, paths));
        }

        return found;
    }

    // A name may itself hold the separator, so the parent is the longest path already seen that this one begins with.
    private static MoodleCategory Placed(long id, string path, Dictionary<string, long> paths)
    {
        for (var cut = path.LastIndexOf(PathSeparator, StringComparison.Ordinal);
             cut > 0;
             cut = path.LastIndexOf(PathSeparator, cut - 1, StringComparison.Ordinal))
        {
            if (paths.TryGetValue(path[..cut], out var parent)) return new MoodleCategory(id, path[(cut + PathSeparator.Length)..], parent);
        }

        return new MoodleCategory(id, path, 0);
    }

    private static List<MoodleCategory> Tree(IDocument document, Uri address, string language)
    {
        var page = MoodleAddresses.CategoryOf(address) ?? 0;
        var found = new List<MoodleCategory>();
        foreach (var node in document.QuerySelectorAll(".category[data-categoryid]"))
        {
            var link = node.QuerySelector(".categoryname a") ?? node.QuerySelector(".categoryname");
            if (MoodleAddresses.CategoryOf($"?categoryid={node.GetAttribute("data-categoryid")}") is not { } id
                || Words.Unescaped(link?.InnerHtml, language) is not { } name)
            {
                continue;
            }

            var above = node.ParentElement?.Closest(".category[data-categoryid]")?.GetAttribute("data-categoryid");
            found.Add(new MoodleCategory(id, name, MoodleAddresses.CategoryOf($"?categoryid={above}") ?? page));
        }

        return found;
    }
}
