using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Links;

/// <summary>
/// Makes of what was known and one more look what is known now. Pure. Good news counts at once, bad news only when a later night confirms it:
/// a page is gone after several failures on several days, a silent host takes much longer.
/// </summary>
internal static class LinkJudge
{
    public const int FailuresToGone = 4;
    public const int SilencesToGone = 8;
    public static readonly TimeSpan DaysToGone = TimeSpan.FromDays(3);
    public static readonly TimeSpan DaysOfSilence = TimeSpan.FromDays(10);

    // Looks of one night are one look, however often somebody asks by hand.
    private static readonly TimeSpan OneNight = TimeSpan.FromHours(12);

    // Nights do not begin at the same minute; a look must not slip by a whole day for that.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(6);

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static LinkJudgement Judge(LinkLook look, DateTimeOffset now)
    {
        var before = look.Link.History;
        var counted = Count(before, look, now);
        var (health, moved) = Class(before, counted, look, now);
        var after = counted with
        {
            Class = health,
            MovedTo = moved,
            Since = health == before.Class && before.Since is not null ? before.Since : now,
            CheckedAt = now,
            Sight = look.Sight,
            SeenAddress = look.SeenAddress,
            Status = look.Status,
            Reason = look.Reason,
        };
        return new LinkJudgement(look.Link.CourseId, after, now + (IsSettled(after, now) ? Week : TimeSpan.FromDays(1)) - Slack);
    }

    private static LinkHistory Count(LinkHistory before, LinkLook look, DateTimeOffset now)
    {
        var more = IsSameNight(before, now) && before.Sight == look.Sight ? 0 : 1;
        return look.Sight switch
        {
            LinkSight.Answers or LinkSight.Moved => before with { Failures = 0, FirstFailureAt = null, Silences = 0, SilentSince = null },
            LinkSight.Absent => before with { Failures = before.Failures + more, FirstFailureAt = before.FirstFailureAt ?? now, Silences = 0, SilentSince = null },
            LinkSight.Silent => before with { Silences = before.Silences + more, SilentSince = before.SilentSince ?? now },
            _ when look.IsMute => before,
            _ => before with { Silences = 0, SilentSince = null },
        };
    }

    private static (LinkHealth Class, string? MovedTo) Class(LinkHistory before, LinkHistory counted, LinkLook look, DateTimeOffset now)
    {
        var again = before.Sight == look.Sight && !IsSameNight(before, now);
        return look.Sight switch
        {
            LinkSight.Answers => (LinkHealth.Ok, null),
            LinkSight.Moved when again && before.SeenAddress == look.SeenAddress => (LinkHealth.Moved, look.SeenAddress),
            LinkSight.Moved => (before.Class, before.MovedTo),
            LinkSight.Blocked when again || before.Class == LinkHealth.Unsure => (LinkHealth.Blocked, null),
            LinkSight.Blocked => (before.Class, before.MovedTo),
            LinkSight.Absent when counted.Failures >= FailuresToGone && now - counted.FirstFailureAt >= DaysToGone => (LinkHealth.Gone, null),
            LinkSight.Silent when counted.Silences >= SilencesToGone && now - counted.SilentSince >= DaysOfSilence => (LinkHealth.Gone, null),
            _ when before.Class == LinkHealth.Gone || Agrees(before) || IsSameNight(before, now) => (before.Class, before.MovedTo),
            _ => (LinkHealth.Unsure, null),
        };
    }

    // While the look before still agreed with the class, one that does not is a hiccup.
    private static bool Agrees(LinkHistory history) => (history.Class, history.Sight) is
        (_, null)
        or (LinkHealth.Ok, LinkSight.Answers)
        or (LinkHealth.Moved, LinkSight.Moved)
        or (LinkHealth.Blocked, LinkSight.Blocked)
        or (LinkHealth.Gone, LinkSight.Absent or LinkSight.Silent);

    // What stays unclear for a week without a sign of absence is asked once a week as well.
    private static bool IsSettled(LinkHistory after, DateTimeOffset now) => (Agrees(after) && (after.Class != LinkHealth.Moved || after.SeenAddress == after.MovedTo))
        || (after is { Class: LinkHealth.Unsure, Sight: LinkSight.Unclear, Failures: 0, Silences: 0 } && now - after.Since >= Week);

    private static bool IsSameNight(LinkHistory before, DateTimeOffset now) => before.CheckedAt is { } last && now - last < OneNight;
}
