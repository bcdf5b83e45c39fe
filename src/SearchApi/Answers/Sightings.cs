using System.Data.Common;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Answers;

/// <summary>
/// When active courses were last seen. Being seen again makes no revision, so the index does not know; but every active course of a source
/// was listed by its last complete run or later, and when that was the catalogue knows.
/// </summary>
internal sealed class Sightings(ICourseCatalog catalogue, TimeProvider clock)
{
    /// <summary>How long an answer may be behind the last run.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private volatile Dictionary<string, DateTimeOffset> bySource = [];
    private long looked = -1;
    private int looking;

    /// <summary>The later one of what the course says and its source's last complete run; what is missing was seen when it says.</summary>
    public DateTimeOffset LastOf(CatalogCourse known) =>
        known.State == CourseState.Active && bySource.TryGetValue(known.Course.Source, out var all) && all > known.LastSeen ? all : known.LastSeen;

    /// <summary>When each source last showed all its active courses, as of the last look.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> BySource => bySource;

    /// <summary>Looks into the catalogue if the last look is too old. A catalogue that does not answer leaves what was known.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var last = Volatile.Read(ref looked);
        if ((last >= 0 && clock.GetElapsedTime(last) < LookEvery) || Interlocked.Exchange(ref looking, 1) == 1)
        {
            return;
        }

        try
        {
            bySource = (await catalogue.SourcesAsync(ct))
                .Where(source => source.AllSeen is not null)
                .ToDictionary(source => source.Name, source => source.AllSeen!.Value, StringComparer.Ordinal);
        }
        catch (DbException)
        {
            // The index still answers; this is one date on its items.
        }
        finally
        {
            Volatile.Write(ref looked, clock.GetTimestamp());
            Volatile.Write(ref looking, 0);
        }
    }
}
