using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Says why a page that should list courses shows none, as far as the page itself tells. Pure.</summary>
internal static class PageWithoutCourses
{
    // A page for people leads further; the shell that a browser fills has scripts and next to no link.
    private const int FewLinks = 3;

    /// <summary>A whole sentence with its remedy; null where the page tells nothing.</summary>
    public static string? Why(IElement page)
    {
        if (AsksToLogIn(page))
        {
            return "The page asks to log in, and what is behind that is not asked for: ask the owner for an open list, or for a file.";
        }

        return IsShell(page)
            ? "The page is a shell that a browser fills in later by a script: find the address that the script asks (in the browser's tools for developers, under Network) and read it by a recipe with format: json, take the portal's sitemap, or ask its owner for a file."
            : null;
    }

    /// <summary>The page holds a field for a password.</summary>
    public static bool AsksToLogIn(IElement page) => page.QuerySelector("input[type='password' i]") is not null;

    private static bool IsShell(IElement page) => page.QuerySelector("script") is not null && page.QuerySelectorAll("a[href]").Length <= FewLinks;
}
