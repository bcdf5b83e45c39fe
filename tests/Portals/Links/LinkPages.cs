namespace DcCourseIndex.Portals.Links;

/// <summary>The invented course pages that the link check is measured on: how many of which kind, and where.</summary>
public static class LinkPages
{
    public static IReadOnlyList<LinkPage> All { get; } = Make();

    private static List<LinkPage> Make()
    {
        var pages = new List<LinkPage>();
        Add(LinkHostKind.Honest, (LinkBehaviour.Well, 50), (LinkBehaviour.WellUnderAnotherTitle, 15), (LinkBehaviour.SlashRedirect, 10), (LinkBehaviour.CaseRedirect, 8),
            (LinkBehaviour.LanguageRedirect, 8), (LinkBehaviour.MovedForGood, 10), (LinkBehaviour.MovedForNow, 5), (LinkBehaviour.HeadForbidden, 6), (LinkBehaviour.ClosedByRobotsTxt, 5),
            (LinkBehaviour.NotFound, 30), (LinkBehaviour.Gone, 10), (LinkBehaviour.ToFrontPage, 15), (LinkBehaviour.ToSearch, 6));
        Add(LinkHostKind.Soft, (LinkBehaviour.Well, 25), (LinkBehaviour.WellUnderAnotherTitle, 10),
            (LinkBehaviour.SoftInUkrainian, 10), (LinkBehaviour.SoftInEnglish, 8), (LinkBehaviour.SoftWithoutWords, 10), (LinkBehaviour.SoftWithNewWords, 5));
        Add(LinkHostKind.Walled, (LinkBehaviour.Wall403, 12), (LinkBehaviour.Wall503, 4), (LinkBehaviour.Wall200, 6), (LinkBehaviour.ForbiddenToRobots, 8), (LinkBehaviour.AlwaysBusy, 4));
        Add(LinkHostKind.Flaky, (LinkBehaviour.AbsentNowAndThen, 20), (LinkBehaviour.BusyNowAndThen, 12), (LinkBehaviour.BrokenNowAndThen, 12), (LinkBehaviour.SlowNowAndThen, 8),
            (LinkBehaviour.HangsUp, 5), (LinkBehaviour.AbsentToRobots, 2), (LinkBehaviour.NotFound, 4));
        Add(LinkHostKind.DownTwoNights, (LinkBehaviour.Well, 25), (LinkBehaviour.NotFound, 4));
        Add(LinkHostKind.BusyTwoNights, (LinkBehaviour.Well, 25), (LinkBehaviour.NotFound, 4));
        Add(LinkHostKind.MislaidFiveNights, (LinkBehaviour.Well, 25), (LinkBehaviour.NotFound, 4));
        Add(LinkHostKind.Scripted, (LinkBehaviour.Shell, 15));
        Add(LinkHostKind.Closed, (LinkBehaviour.LoginRedirect, 10), (LinkBehaviour.Circle, 5), (LinkBehaviour.CookieRedirect, 8));
        Add(LinkHostKind.Untrusted, (LinkBehaviour.WrongCertificate, 10));
        Add(LinkHostKind.Dead, (LinkBehaviour.HostRefuses, 15));
        return pages;

        void Add(LinkHostKind host, params (LinkBehaviour Behaviour, int Count)[] groups)
        {
            foreach (var (behaviour, count) in groups)
            {
                for (var i = 0; i < count; i++)
                {
                    // Every third page disappears only in the third night, after it was well.
                    pages.Add(new LinkPage(pages.Count + 1, host, behaviour, FromNight: behaviour == LinkBehaviour.HostRefuses ? 1 : 1 + (i % 3 / 2 * 2)));
                }
            }
        }
    }
}
