using System.Data.Common;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Indexer.Following;

/// <summary>
/// A searcher that stays right while the index under it is rebuilt: it follows the pointer to the live generation and lets
/// calls that are under way finish on the old one. Where there is no index yet every answer is empty. Where files cannot be read any more the generation
/// is opened anew once, because engines look at their files then and go round what is damaged.
/// </summary>
public sealed class LiveSearcher(IndexFolder folder, TimeProvider time) : ICourseSearcher
{
    /// <summary>How long a call may go on with what the last look found.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly Lock _opening = new();
    private OpenGeneration? _open;
    private string? _reopened;
    private long _lastLook;
    private bool _closed;

    /// <inheritdoc/>
    public IndexPosition Position => Ask(searcher => searcher.Position, IndexPosition.Nothing);

    /// <inheritdoc/>
    public SearchAnswer Search(CourseQuery query) => Ask(searcher => searcher.Search(query), Empty(query));

    /// <inheritdoc/>
    public CrossAnswer Cross(CrossQuery query) => Ask(searcher => searcher.Cross(query), new CrossAnswer(IndexPosition.Nothing, [.. query.Tables.Select(_ => (IReadOnlyList<CrossCell>)[])]));

    /// <inheritdoc/>
    public IReadOnlyList<Completion> Suggest(string typed, int limit) => Ask(searcher => searcher.Suggest(typed, limit), []);

    /// <inheritdoc/>
    public IReadOnlyList<CourseHit>? Similar(string id, int limit) => Ask(searcher => searcher.Similar(id, limit), null);

    /// <inheritdoc/>
    public IReadOnlyList<CourseOffer> Offers(string id) => Ask(searcher => searcher.Offers(id), []);

    /// <inheritdoc/>
    public CatalogCourse? Find(string id) => Ask(searcher => searcher.Find(id), null);

    public void Dispose()
    {
        lock (_opening)
        {
            _closed = true;
            _open?.Close();
            _open = null;
        }
    }

    private static SearchAnswer Empty(CourseQuery query) => new()
    {
        Total = 0,
        Confident = query.Text.Length == 0,
        Hits = [],
        Facets = Enum.GetValues<Facet>().ToDictionary(facet => facet, _ => (IReadOnlyList<FacetCount>)[]),
        Problem = query.Cursor is null ? null : CursorProblem.Expired,
    };

    private T Ask<T>(Func<ICourseSearcher, T> question, T withoutIndex)
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            Look();
            if (Volatile.Read(ref _open) is not { } open)
            {
                return withoutIndex;
            }

            // A generation that was closed in between has a successor already.
            if (open.Enter())
            {
                try
                {
                    return question(open.Searcher);
                }
                catch (IOException)
                {
                    if (!Reopen(open))
                    {
                        throw;
                    }
                }
                finally
                {
                    open.Leave();
                }
            }
        }
    }

    // False where that has been tried already and did not help.
    private bool Reopen(OpenGeneration broken)
    {
        lock (_opening)
        {
            if (_closed || (broken == _open && _reopened == broken.Name))
            {
                return false;
            }

            if (broken == _open)
            {
                _reopened = broken.Name;
                Volatile.Write(ref _open, new OpenGeneration(broken.Name, folder.Engine.OpenSearcher(folder.PathOf(broken.Name))));
                broken.Close();
            }

            return true;
        }
    }

    // One caller opens a new generation; while there is an old one the others go on with that.
    private void Look()
    {
        var hasOne = Volatile.Read(ref _open) is not null;
        if (hasOne && time.GetElapsedTime(Volatile.Read(ref _lastLook)) < LookEvery)
        {
            return;
        }

        if (!_opening.TryEnter(hasOne ? TimeSpan.Zero : Timeout.InfiniteTimeSpan))
        {
            return;
        }

        try
        {
            Volatile.Write(ref _lastLook, time.GetTimestamp());
            if (!_closed && folder.Current is { } name && name != _open?.Name)
            {
                var old = _open;
                Volatile.Write(ref _open, new OpenGeneration(name, folder.Engine.OpenSearcher(folder.PathOf(name))));
                old?.Close();
            }
        }
        catch (DbException) when (hasOne)
        {
            // The old one still answers; the pointer may have moved on meanwhile, so the next look tries again.
        }
        finally
        {
            _opening.Exit();
        }
    }
}
