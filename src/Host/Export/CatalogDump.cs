using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Host.Export;

/// <summary>Reads what may be passed on of every living course of the catalogue, by revision. A course that changes meanwhile may come a second time, newer.</summary>
internal sealed class CatalogDump(ICourseCatalog catalog)
{
    private const int CoursesAPage = 500;

    public async IAsyncEnumerable<CatalogCourse> CoursesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = 0L; ;)
        {
            var page = await catalog.ChangesAfterAsync(after, CoursesAPage, ct);
            if (page.Changes.Count == 0)
            {
                yield break;
            }

            foreach (var change in page.Changes)
            {
                if (change.Course is { } course)
                {
                    yield return PassedOnCourse.Of(course);
                }
            }

            after = page.Reached(after);
        }
    }
}
