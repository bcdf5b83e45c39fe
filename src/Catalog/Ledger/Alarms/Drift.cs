using System.Globalization;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Sees slow changes that no single run shows: the newest complete run against the median of up to five before it. Pure.</summary>
internal static class Drift
{
    private const int Compared = 5;

    /// <summary>With fewer runs a median says nothing.</summary>
    private const int FewestCompared = 3;

    /// <summary>In a smaller source one course more or less moves every share.</summary>
    private const int SmallestSource = 10;

    /// <summary>A yield below this share of the usual one; the guard itself holds below 0.7.</summary>
    private const double LeastYield = 0.85;

    /// <summary>A field that so much smaller a share of the courses has than usual (0.2 is a fifth of all courses).</summary>
    private const double FieldFall = 0.2;

    /// <summary>So much larger a share of refused listings than usual.</summary>
    private const double RefusalRise = 0.1;

    public static SourceAlarm? Judge(string source, IReadOnlyList<HarvestReport> runs)
    {
        HarvestReport[] complete = [.. runs.Where(run => run is { State: RunState.Promoted, End: HarvestEnd.Complete }).Take(1 + Compared)];
        // Who accepted a held run has seen what it lacks: it is the new measure, and what was before it no longer counts.
        var accepted = Array.FindIndex(complete, run => run.HeldBecause is not null);
        complete = accepted < 0 ? complete : complete[..(accepted + 1)];
        if (complete.Length < 1 + FewestCompared)
        {
            return null;
        }

        var (last, earlier) = (complete[0], complete[1..]);
        if (Median(earlier, run => run.Found) < SmallestSource)
        {
            return null;
        }

        string[] signs = [.. new[] { Yield(last, earlier), Refusals(last, earlier) }.OfType<string>(), .. Fields(last, earlier)];
        return signs.Length == 0
            ? null
            : new(source, AlarmKind.Drift, last.EndedAt ?? last.StartedAt, $"Run {last.Run} against the runs before: {string.Join("; ", signs)}.",
                $"Compare the reports («status {source}») and look at the portal with «check {source}»: its pages may have changed.");
    }

    private static string? Yield(HarvestReport last, HarvestReport[] earlier)
    {
        var usual = Median(earlier, run => run.Found);
        return last.Found < LeastYield * usual ? string.Create(CultureInfo.InvariantCulture, $"{last.Found} courses instead of {usual:0}") : null;
    }

    private static string? Refusals(HarvestReport last, HarvestReport[] earlier)
    {
        var (now, usual) = (RefusedShare(last), Median(earlier, RefusedShare));
        return now > usual + RefusalRise ? $"{Percent(now)} of the listings refused instead of {Percent(usual)}" : null;
    }

    private static IEnumerable<string> Fields(HarvestReport last, HarvestReport[] earlier)
    {
        // A run that nobody counted says nothing about its fields.
        HarvestReport[] counted = [.. earlier.Where(run => run.Filled.Count > 0)];
        return last.Filled.Count == 0 || counted.Length < FewestCompared
            ? []
            : last.Filled
                .Select(field => (field.Key, Now: field.Value, Usual: Median(counted, run => run.Filled.GetValueOrDefault(field.Key))))
                .Where(field => field.Usual - field.Now >= FieldFall)
                .OrderByDescending(field => field.Usual - field.Now)
                .Select(field => $"{field.Key} in {Percent(field.Now)} of the courses instead of {Percent(field.Usual)}");
    }

    private static double RefusedShare(HarvestReport run) => run.Refused == 0 ? 0 : (double)run.Refused / (run.Found + run.Refused);

    private static double Median(HarvestReport[] runs, Func<HarvestReport, double> figure)
    {
        double[] figures = [.. runs.Select(figure).Order()];
        return (figures[(figures.Length - 1) / 2] + figures[figures.Length / 2]) / 2;
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");
}
