using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>Tells a listing from the pages that Moodle or a firewall shows instead of one, by identifiers and classes that no theme or language changes.</summary>
internal static class MoodlePageKinds
{
    public static MoodlePageKind Of(IDocument document, Uri address)
    {
        var body = document.Body;
        if (MoodleAddresses.IsLogin(address) || body?.Id == "page-login-index" || Has(body, "pagelayout-login")) return MoodlePageKind.Login;
        if (body?.Id == "page-maintenance-message" || Has(body, "pagelayout-maintenance")) return MoodlePageKind.Maintenance;
        if (document.QuerySelector(":is([role=main], main, #region-main) .errorbox .errormessage, [data-rel=fatalerror]") is not null) return MoodlePageKind.Error;
        return IsMoodle(document, body) ? MoodlePageKind.Listing : MoodlePageKind.NotMoodle;
    }

    /// <summary>A login form is on the page; by itself no proof, as older themes keep one beside every list.</summary>
    public static bool AsksForPassword(IDocument document) =>
        document.QuerySelector("form[action*='/login/index.php'] input[type=password]") is not null;

    private static bool IsMoodle(IDocument document, IElement? body) =>
        body?.Id?.StartsWith("page-", StringComparison.Ordinal) == true
        || document.QuerySelector(".coursebox[data-courseid], [data-course-id], .course_category_tree, a[href*='course/view.php?id=']") is not null
        || document.Scripts.Any(script => script.TextContent.Contains("M.cfg", StringComparison.Ordinal));

    private static bool Has(IElement? element, string name) => element?.ClassList.Contains(name) == true;
}
