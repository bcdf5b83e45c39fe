using System.Globalization;
using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>Reads a public Moodle page of any known version and theme: 3.11, 4.x and 5.x core markup, the cards of Moove and Eguru, and for other themes what stands round the links to courses. Pure.</summary>
internal static class MoodlePageReader
{
    /// <summary>Reads <paramref name="html"/> as it came from <paramref name="address"/> (after redirects); <paramref name="language"/> decides between translations in one text.</summary>
    public static MoodlePage Read(string html, Uri address, string language)
    {
        using var document = PageMarkup.Parse(html, address);
        var kind = MoodlePageKinds.Of(document, address);
        if (kind != MoodlePageKind.Listing) return new MoodlePage(kind, [], []);

        var categories = MoodleCategoryReader.Read(document, address, language, out var all);
        var boxes = Boxes(document, address, language);
        if (boxes.Count == 0 && categories.Count == 0 && MoodlePageKinds.AsksForPassword(document))
        {
            return new MoodlePage(MoodlePageKind.Login, [], []);
        }

        // Beyond the end the pager still offers a next page, for ever.
        var next = boxes.Count > 0 ? MoodlePager.Next(document, address) : null;
        return new MoodlePage(kind, boxes, categories, all, CategoryOf(document, address), next);
    }

    private static List<MoodleBox> Boxes(IDocument document, Uri address, string language)
    {
        var boxes = new Dictionary<long, MoodleBox>();
        foreach (var found in MoodleBoxReader.Read(document, address, language)
                     .Concat(MoodleCardReader.Read(document, address, language)))
        {
            boxes[found.Id] = boxes.TryGetValue(found.Id, out var known) ? known.With(found) : found;
        }

        if (boxes.Count == 0)
        {
            foreach (var found in MoodleLinkReader.Read(document, address, language)) boxes.TryAdd(found.Id, found);
        }

        boxes.Remove(MoodleAddresses.SiteCourse);
        return [.. boxes.Values];
    }

    private static long? CategoryOf(IDocument document, Uri address)
    {
        if (MoodleAddresses.CategoryOf(address) is { } asked) return asked;
        var mark = document.QuerySelector("[class*='category-browse-']")?.ClassList
            .FirstOrDefault(name => name.StartsWith("category-browse-", StringComparison.Ordinal));
        return long.TryParse(mark?["category-browse-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
    }
}
