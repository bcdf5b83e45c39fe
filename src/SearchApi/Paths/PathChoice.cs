using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>One candidate for a gap with all that decides its place, best first when ordered; equal ones go by id, so that one question has one answer.</summary>
internal sealed record PathChoice(string Id, Level? Level, int Fit, int Wishes, bool InReadersLanguage, bool Primary, double Confidence, double? Hours)
{
    public static PathChoice Of(CourseHit hit, Gap gap, PathPreferences preferences, CompetenceCodes codes, string lang)
    {
        var (known, course) = (hit.Course, hit.Course.Course);
        var taught = codes.Translate(known.Tagging, gap.Framework.Id).Where(assignment => Belongs(gap.Framework, assignment.Code, gap)).ToList();
        return new(
            course.Id,
            known.Level,
            Fits(known.Level, gap.Next),
            (preferences.Certificate && course.Credential is Credential.Certificate or Credential.Record ? 1 : 0) + (preferences.Tutor && course.Tutor == Tutor.Yes ? 1 : 0),
            course.Language == lang,
            codes.Primary(known.Tagging, gap.Framework.Id) is { } primary && Belongs(gap.Framework, primary, gap),
            taught.Count == 0 ? 0 : taught.Max(assignment => assignment.Confidence),
            HoursOf(course));
    }

    public static IOrderedEnumerable<PathChoice> Ordered(IEnumerable<PathChoice> choices) => choices
        .OrderByDescending(choice => choice.Fit)
        .ThenByDescending(choice => choice.Primary)
        .ThenByDescending(choice => choice.InReadersLanguage)
        .ThenByDescending(choice => choice.Wishes)
        .ThenByDescending(choice => choice.Confidence)
        .ThenBy(choice => choice.Id, StringComparer.Ordinal);

    /// <summary>Hours of work; a length in days or weeks says nothing of them.</summary>
    private static double? HoursOf(Course course)
    {
        var minutes = WorkHours.Parse(course.Workload) ?? (course.Duration?.StartsWith("PT", StringComparison.Ordinal) == true ? WorkHours.Parse(course.Duration) : null);
        return minutes is { } known ? Math.Round(known / 60.0, 1) : null;
    }

    /// <summary>3 the next level, 2 a level that nobody states, 1 one that repeats what is known, 0 one that is too high yet.</summary>
    private static int Fits(Level? level, Level next) => level is not { } stated ? 2 : stated == next ? 3 : stated < next ? 1 : 0;

    private static bool Belongs(Framework framework, string code, Gap gap) => gap.Facet == Facet.Competence
        ? code == gap.Code
        : framework.Competences.Any(competence => competence.Code == code && competence.Area == gap.Code);
}
