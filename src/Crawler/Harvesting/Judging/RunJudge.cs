using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>How reading ended, and what the guard cannot find in the catalogue. <paramref name="SiteNames"/> are what the portal calls itself.</summary>
public sealed record RunReading(HarvestEnd End, string? Failure, int Refused, int? Expected, bool Trusted, IReadOnlyList<string> SiteNames);

/// <summary>The guard's word on a run, and what was counted for it: null where the run is plausible, field by field the share of the courses that have it.</summary>
public sealed record RunJudgement(string? HeldBecause, IReadOnlyDictionary<string, double> Filled);

/// <summary>Looks at all that an open run has recorded, also before a restart, beside what stands and what is usual, and asks the guard.</summary>
public sealed class RunJudge(RunEvidence evidence)
{
    /// <summary>Changes nothing. A run that was only interrupted, or that failed without one listing, has nothing to be held for.</summary>
    public async Task<RunJudgement> JudgeAsync(HarvestRun run, RunReading reading, CancellationToken ct)
    {
        if (reading.End == HarvestEnd.Interrupted)
        {
            return new RunJudgement(null, new Dictionary<string, double>());
        }

        var picture = new RunPicture();
        await foreach (var listed in evidence.ListedAsync(run.Id, ct))
        {
            picture.Add(listed);
        }

        var touched = await evidence.TouchedAsync(run, ct);
        var history = await evidence.HistoryAsync(run.Source, ct);
        var held = reading.End == HarvestEnd.Failed && picture.Found == 0
            ? null
            : RunGuard.Judge(new RunOutcome
            {
                Kind = run.Kind,
                End = reading.End,
                Failure = reading.Failure,
                Found = picture.Found,
                Refused = reading.Refused,
                Expected = reading.Expected,
                Filled = picture.Filled,
                Known = picture.Known,
                Retitled = picture.Retitled,
                Titles = picture.Titles,
                Links = picture.Links,
                SiteNames = reading.SiteNames,
                Active = touched.Active,
                Unlisted = touched.Unlisted,
                Deleted = touched.Deleted,
                Usual = history.Complete,
                Harvested = history.Harvested,
                Trusted = reading.Trusted,
            });
        return new RunJudgement(held, picture.Filled);
    }
}
