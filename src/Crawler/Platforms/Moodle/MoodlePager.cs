using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>Finds where a list of courses goes on: the pager's next number, or the «more» link that a category with sub-categories has instead.</summary>
internal static class MoodlePager
{
    public static Uri? Next(IDocument document, Uri address)
    {
        var wanted = MoodleAddresses.PageOf(address.Query) + 1;
        foreach (var link in document.QuerySelectorAll(".pagination a[href], .paging a[href]"))
        {
            // The pager of sub-categories stands on the same page and would send us into their list.
            var href = link.GetAttribute("href");
            if (href is null || href.Contains("browse=categories", StringComparison.Ordinal)) continue;
            if (Uri.TryCreate(address, href, out var next)
                && next.Query.Contains("page=", StringComparison.Ordinal)
                && MoodleAddresses.PageOf(next.Query) == wanted
                && next.AbsolutePath == address.AbsolutePath)
            {
                return next;
            }
        }

        return null;
    }
}
