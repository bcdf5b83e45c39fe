using System.Globalization;
using System.Net;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Links;

/// <summary>Reads one answer: what it says about the course's address. Pure; what a host's other answers say comes later.</summary>
internal static class LinkReading
{
    private const int ShellLetters = 200;

    public static LinkLook Read(CourseLink link, Page page)
    {
        var words = PageWords.Of(page);
        var status = (int)page.Status == 0 ? (int?)null : (int)page.Status;
        if (status is not null && RobotWalls.Find(page, words) is { } wall && !IsItself(words, PageWords.Fold(link.Title)))
        {
            return new LinkLook(link, LinkSight.Blocked, $"A wall against robots stands before the page («{wall}»).") { Status = status };
        }

        // A page above the cap was there to be sent.
        var seen = page.Failure is null or { Kind: FailureKind.TooLarge or FailureKind.ServerError }
            ? Answered(link, page, words)
            : Failed(link, page.Failure);
        return seen with { Status = status };
    }

    private static LinkLook Failed(CourseLink link, PageFailure failure) => new(
        link,
        failure is { Kind: FailureKind.Unreachable, Cause: FailureCause.NameUnknown or FailureCause.Refused } ? LinkSight.Silent : LinkSight.Unclear,
        failure.Message);

    private static LinkLook Answered(CourseLink link, Page page, PageWords words) => page.Status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => new(link, LinkSight.Absent, Sentence(page, "there is no such page")),
        HttpStatusCode.Unauthorized or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired
            or HttpStatusCode.TooManyRequests or HttpStatusCode.UnavailableForLegalReasons => new(link, LinkSight.Blocked, Sentence(page, "the page is closed to crawlers")),
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Page(link, page, words),
        _ => new(link, LinkSight.Unclear, Sentence(page, "which says nothing about the course")),
    };

    private static LinkLook Page(CourseLink link, Page page, PageWords words)
    {
        var title = PageWords.Fold(link.Title);
        if (AbsenceWords.Find(words, title) is { } absence)
        {
            return new(link, LinkSight.Absent, $"The page answers and says that there is nothing («{absence}»).");
        }

        var address = new Uri(link.Address);
        var itself = IsItself(words, title);
        var there = new LinkLook(link, LinkSight.Answers)
        {
            Anonymous = itself || PageWords.Holds(words.Text, title) ? null : Common(words, page.Address),
            IsShell = words.HasScripts && words.Text.Length < ShellLetters,
        };
        if (Places.Same(address, page.Address))
        {
            return there;
        }

        var to = SafeAddress.Of(page.Address);
        return Elsewhere(address, page.Address, itself) is { } instead
            ? new(link, instead.Sight, $"The address leads to {instead.What}: {to}.") { SeenAddress = to }
            : IsPermanent(page) ? there with { Sight = LinkSight.Moved, Reason = $"The address leads for good to {to}.", SeenAddress = to }
            : there with { SeenAddress = to };
    }

    // A login page with the course's name on it is still no course; every other place that shows the name is the course.
    private static (LinkSight Sight, string What)? Elsewhere(Uri from, Uri to, bool itself) =>
        Places.IsLogin(to) ? (LinkSight.Unclear, "a login page")
        : itself ? null
        : Places.IsError(to) ? (LinkSight.Absent, "an error page")
        : Places.IsFront(to) && !Places.IsFront(from) ? (LinkSight.Absent, "the front page")
        : Places.IsSearch(to) && !Places.IsSearch(from) ? (LinkSight.Absent, "a search page")
        : Places.IsAbove(to, from) ? (LinkSight.Absent, "a list above it")
        : null;

    // Redirects between forms of one place change nothing and may be of any kind.
    private static bool IsPermanent(Page page) => page.Redirects
        .Where(hop => !Places.Same(hop.From, hop.To))
        .All(hop => hop.Status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect);

    private static bool IsItself(PageWords words, string title) =>
        title.Length > 3 && (PageWords.Holds(words.Title, title) || PageWords.Holds(words.Heading, title));

    /// <summary>What stays the same where a host answers every address with one page: no numbers, nothing of the address.</summary>
    internal static string Common(PageWords words, Uri address)
    {
        var own = PageWords.Fold(Uri.UnescapeDataString(address.PathAndQuery)).Split(' ').ToHashSet(StringComparer.Ordinal);
        return string.Join(' ', $"{words.Title} {words.Text}".Split(' ').Where(word => !own.Contains(word) && !word.Any(char.IsDigit)));
    }

    private static string Sentence(Page page, string meaning) =>
        string.Create(CultureInfo.InvariantCulture, $"{SafeAddress.Of(page.Address)} answered {(int)page.Status}: {meaning}.");
}
