using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Host.Export;

/// <summary>Reads the courses that librarians have judged, by id. Whole texts, because the tagger learns from them: not to be passed on.</summary>
internal sealed class LabelledDump(VerdictLedger verdicts, ICourseCatalog catalog)
{
    private const int VerdictsAPage = 1000;

    public async IAsyncEnumerable<LabelledCourse> CoursesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var standing = new SortedDictionary<string, List<CourseVerdict>>(StringComparer.Ordinal);
        for (var after = 0L; await verdicts.ListAsync(new(After: after, Limit: VerdictsAPage), ct) is { Count: > 0 } page; after = page[^1].Id)
        {
            foreach (var verdict in page.Where(verdict => verdict.WithdrawnAt is null))
            {
                (standing.TryGetValue(verdict.Course, out var of) ? of : standing[verdict.Course] = []).Add(verdict);
            }
        }

        foreach (var (id, said) in standing)
        {
            if (await catalog.FindAsync(id, ct) is { Course: { } course } && LabelledCourse.Of(course, said) is { } labelled)
            {
                yield return labelled;
            }
        }
    }
}
