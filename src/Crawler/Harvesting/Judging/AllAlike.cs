namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>New titles or addresses that are mostly one and the same, or the portal's own name: pages that are no courses. What was accepted once is not new the next time.</summary>
internal static class AllAlike
{
    /// <summary>Fewer new values happen to be equal; and they must be a part of the list that counts.</summary>
    public const int Fewest = 5;
    private const double LeastShare = 0.1;
    private const double Most = 0.5;

    public static string? Judge(RunOutcome run) => Titles(run) ?? (Same(run.Links, run.Found)
        ? $"{run.Links.Times} of {run.Links.Count} new or changed addresses are the same ({run.Links.Commonest}). The portal probably shows another page; look with «check», and accept only if the courses really share it."
        : null);

    private static string? Titles(RunOutcome run)
    {
        if (!Same(run.Titles, run.Found))
        {
            return null;
        }

        var own = run.SiteNames.Contains(run.Titles.Commonest, StringComparer.OrdinalIgnoreCase) ? ", the portal's own name" : "";
        return $"{run.Titles.Times} of {run.Titles.Count} new or changed titles are the same («{run.Titles.Commonest}»{own}). The portal probably shows a login or error page; look with «check», and accept only if these are courses.";
    }

    private static bool Same(FreshValues values, int found) =>
        values.Count >= Fewest && values.Count >= LeastShare * found && values.Times > Most * values.Count;
}
