using System.Diagnostics;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>The trace of a run: one span from its opening to its report, with the requests to the portal within it.</summary>
public static class HarvestTrace
{
    /// <summary>The source of these spans, for whoever listens.</summary>
    public const string Name = "DcCourseIndex.Harvest";

    private static readonly ActivitySource Runs = new(Name);

    internal static Activity? Begin(HarvestRun run) => Runs.StartActivity($"harvest {run.Source}")?.SetTag("dccourseindex.run", run.Id).SetTag("dccourseindex.source", run.Source);

    internal static void End(Activity? span, HarvestReport report)
    {
        if (span is null)
            return;
        span.SetTag("dccourseindex.found", report.Found).SetTag("dccourseindex.new", report.New).SetTag("dccourseindex.changed", report.Changed).SetTag("dccourseindex.refused", report.Refused);
        span.SetStatus(report.State == RunState.Promoted ? ActivityStatusCode.Ok : ActivityStatusCode.Error, report.HeldBecause ?? report.Failure);
    }
}
