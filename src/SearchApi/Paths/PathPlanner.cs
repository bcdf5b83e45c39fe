using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>Plans learning paths out of the index: the same question to the same state of the index has the same answer, and nothing is remembered.</summary>
internal sealed class PathPlanner(ICourseSearcher searcher, CourseItems items, CompetenceCodes codes)
{
    private const int CoursesEach = 3;
    private const int Attempts = 3;

    /// <summary>What of a course belongs to a path; its own page has the rest.</summary>
    private static readonly IReadOnlySet<string> Told = new HashSet<string>(StringComparer.Ordinal)
    {
        "id", "title", "url", "provider", "publisher", "language", "framework", "primary", "level", "price", "prices", "credential", "tutor", "mode", "workload", "duration", "lastSeen",
    };

    private readonly PathCandidates candidates = new(searcher, codes);

    public LearningPath Plan(PathQuestion question)
    {
        // Several searches make one answer, so they have to see one state.
        for (var attempt = 1; ; attempt++)
        {
            var before = searcher.Position;
            var path = PlanOnce(question);
            if (attempt == Attempts || searcher.Position == before)
                return path;
        }
    }

    private LearningPath PlanOnce(PathQuestion question)
    {
        var open = question.Results.Where(gap => !gap.Closed).ToList();
        var ordered = open.OrderByDescending(gap => gap.Wanted).ThenByDescending(gap => gap.Size).ThenBy(gap => question.Results.ToList().IndexOf(gap)).ToList();
        var budget = new HourBudget(question.Preferences.Hours);
        return new()
        {
            Framework = question.Results[0].Framework.Id,
            Order = question.Texts[ordered.Any(gap => gap.Wanted) ? "path.order.wanted" : question.Tested ? "path.order.points" : "path.order.levels"],
            Gaps = [.. ordered.Take(question.Most).Select(gap => Step(gap, question, budget))],
            More = Math.Max(0, ordered.Count - question.Most),
            Hours = budget.Spent,
            HoursUnknown = budget.Unknown,
            Reached = [.. question.Results.Where(gap => gap.Closed).Select(gap => gap.Code)],
            Progress = PathProgress.Between(question.Earlier, question.Results, question.Texts),
            Notes = question.Tested ? [question.Texts["path.note.thresholds"], question.Texts["path.note.private"]] : [question.Texts["path.note.private"]],
        };
    }

    private PathStep Step(Gap gap, PathQuestion question, HourBudget budget)
    {
        var choices = candidates.For(gap, question.Preferences, question.Texts.Lang);

        // A shorter course that still fits beats a better one that does not.
        var recommended = choices.FirstOrDefault(choice => choice.Fit > 0 && budget.Has(choice)) ?? choices.FirstOrDefault(budget.Has);
        if (recommended is not null)
            budget.Spend(recommended);
        var shown = (recommended is null ? choices : choices.Where(choice => choice != recommended).Prepend(recommended)).Take(CoursesEach);
        return new()
        {
            Code = gap.Code,
            Label = PathWords.Label(gap, question.Texts),
            Now = gap.Now,
            Next = gap.Next,
            Target = gap.Target,
            Why = PathWords.Why(gap, question.Texts),
            Courses = [.. shown.Select(choice => Suggested(choice, gap, question)).OfType<PathCourse>()],
            Later = choices.Count > 0 && recommended is null,
            Missing = choices.Count == 0 ? PathWords.Missing(candidates.Anyhow(gap), question.Texts) : null,
        };
    }

    // Null where the course went while the path was planned.
    private PathCourse? Suggested(PathChoice choice, Gap gap, PathQuestion question)
    {
        if (searcher.Find(choice.Id) is not { } course)
            return null;
        var item = items.Of(course, gap.Framework, question.Texts.Lang) with { Selected = Told };
        return new(item, choice.Hours, PathWords.Why(choice, gap, question.Preferences, item, question.Texts));
    }
}
