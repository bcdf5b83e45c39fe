using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Links;

/// <summary>Corrects the looks at one host by what the host as a whole has answered. Pure.</summary>
internal static class HostVerdict
{
    /// <summary>Courses on a host from which on a living front page proves nothing about them.</summary>
    public const int Many = 3;

    /// <summary>
    /// A host whose every asked page is absent has changed or broken as a whole: that is silence, which counts more slowly.
    /// <paramref name="front"/> is whether its front page answers, <paramref name="courses"/> how many courses it has.
    /// </summary>
    public static IReadOnlyList<LinkLook> OfAbsence(IReadOnlyList<LinkLook> looks, bool front, int courses)
    {
        var alive = looks.Any(IsThere) || (front && courses < Many);
        return alive ? looks : [.. looks.Select(look => look.Sight == LinkSight.Absent
            ? look with { Sight = LinkSight.Silent, Reason = $"No course page of {look.Link.Host} that was asked is there any more, so the host itself may be at fault. {look.Reason}" }
            : look)];
    }

    /// <summary>
    /// A page with the very words that the host answers to an address nobody ever linked to is not there, where other pages of the host prove
    /// that it can show them; where none does, or scripts make the page, nothing can be said.
    /// </summary>
    public static IReadOnlyList<LinkLook> OfUnheard(IReadOnlyList<LinkLook> looks, string unheard)
    {
        var shows = looks.Any(look => IsThere(look) && look.Anonymous != unheard);
        return [.. looks.Select(look => !IsThere(look) || look.Anonymous != unheard ? look
            : shows && !look.IsShell
                ? look with { Sight = LinkSight.Absent, Reason = $"{look.Link.Host} answers this address as it answers one that never existed." }
                : look with { Sight = LinkSight.Unclear, Reason = $"{look.Link.Host} answers every address with the same words, so nothing can be told from them." })];
    }

    public static bool IsThere(LinkLook look) => look.Sight is LinkSight.Answers or LinkSight.Moved;
}
