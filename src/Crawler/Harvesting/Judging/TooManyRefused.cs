using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>Listings that cannot be read in great number: the pages have changed.</summary>
internal static class TooManyRefused
{
    /// <summary>More refused than this share of all listings.</summary>
    public const double Most = 0.3;

    /// <summary>Of a few changed listings one refused is a large share and says nothing.</summary>
    private const int FewChanged = 10;

    public static string? Judge(RunOutcome run) =>
        run.Refused > Most * run.Listings && (run.End != HarvestEnd.Partial || run.Listings >= FewChanged)
            ? $"{run.Refused} of {run.Listings} listings were refused, where at most {Most * 100:0} of 100 are plausible. The portal's pages have probably changed; look with «check»."
            : null;
}
