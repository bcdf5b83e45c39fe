using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>The writing side of an engine over the stored courses: one file in a folder of its own, documents and position in one transaction.</summary>
internal sealed class StoredCourseIndex : ICourseIndex
{
    // Courses that are analysed ahead of the writing.
    private const int AtOnce = 256;

    // The end of a page is written by one core alone; so many courses of the next page keep the others busy meanwhile.
    private const int AtOnceOfNext = 1_024;

    private readonly string _folder;
    private readonly TextAnalysis _analysis;
    private readonly CourseTexts _texts;
    private readonly SqliteConnection _connection;
    private readonly IWordWriter? _words;
    private readonly CourseRows _rows;
    private TokenWriter _tokens;
    private (IReadOnlyList<CourseChange> Changes, Task<PreparedCourse?[]> Courses)? _next;

    /// <summary>Opens the index in a folder, making both where they are missing. One writer at a time: the caller sees to that.</summary>
    public StoredCourseIndex(string folder, TextAnalysis analysis, Frameworks frameworks, string engineTables = "", Func<SqliteConnection, IWordWriter>? words = null)
    {
        _folder = folder;
        _analysis = analysis;
        _texts = new CourseTexts(frameworks, analysis);
        _connection = StoreSchema.OpenForWriting(folder, engineTables);
        _words = words?.Invoke(_connection);
        _rows = new CourseRows(_connection, _words);
        _tokens = new TokenWriter(_connection);
        (Position, _) = _rows.State();
    }

    /// <inheritdoc/>
    public IndexPosition Position { get; private set; }

    /// <inheritdoc/>
    public void Apply(IReadOnlyList<CourseChange> changes, IndexPosition reached, Task<IReadOnlyList<CourseChange>>? next = null)
    {
        if (Position != IndexPosition.Nothing && (Position.Epoch != reached.Epoch || Position.Fingerprint != reached.Fingerprint))
        {
            throw new InvalidOperationException($"The index in {_folder} follows another catalogue or text analysis; rebuild it.");
        }

        var target = reached with { Revision = Math.Max(Position.Revision, reached.Revision) };
        StoreSchema.Execute(_connection, "BEGIN IMMEDIATE");
        try
        {
            var (_, seq) = _rows.State();
            var applied = 0;
            var ahead = _next is { } begun && ReferenceEquals(begun.Changes, changes) ? begun.Courses : Prepare(changes, 0, AtOnce);
            _next = null;
            for (var from = 0; from < changes.Count;)
            {
                // While these are written, the other cores analyse the texts of the next ones.
                var prepared = ahead.GetAwaiter().GetResult();
                var rest = from + prepared.Length;
                if (rest < changes.Count)
                {
                    ahead = Prepare(changes, rest, AtOnce);
                }
                else if (next is { IsCompletedSuccessfully: true })
                {
                    var coming = next.GetAwaiter().GetResult();
                    _next = (coming, Prepare(coming, 0, AtOnceOfNext));
                }

                for (var at = 0; at < prepared.Length; at++)
                {
                    applied += Apply(changes[from + at], prepared[at], seq + 1) ? 1 : 0;
                }

                from = rest;
            }

            if (applied > 0 || target != Position)
            {
                _tokens.Flush();
                _rows.Move(target, seq + 1);
                _words?.Flush(seq + 1);
            }

            StoreSchema.Execute(_connection, "COMMIT");
            Position = target;
        }
        catch
        {
            // Numbers given inside the transaction go with it, and so does what was prepared with them.
            _next = null;
            StoreSchema.Execute(_connection, "ROLLBACK");
            _words?.Forget();
            _tokens.Dispose();
            _tokens = new TokenWriter(_connection);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Optimise()
    {
        var start = StartRows.Begin(_folder, _connection);
        try
        {
            _words?.Optimise();
        }
        finally
        {
            // Whatever became of the words, nobody else reads here when this returns.
            Task.WaitAny(start ?? Task.CompletedTask);
        }

        if (start is not null)
        {
            StartRows.Put(_folder, _connection, start.GetAwaiter().GetResult());
        }

        StoreSchema.Execute(_connection, "PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _rows.Dispose();
        _words?.Dispose();
        _connection.Dispose();
    }

    private Task<PreparedCourse?[]> Prepare(IReadOnlyList<CourseChange> changes, int from, int most)
    {
        var tokens = _tokens;
        var prepared = new PreparedCourse?[Math.Clamp(changes.Count - from, 0, most)];
        return prepared.Length == 0 ? Task.FromResult(prepared) : Task.Run(() =>
        {
            Parallel.For(0, prepared.Length, at => prepared[at] = changes[from + at] is { Course: { } course, State: not CourseState.Retired } ? PreparedCourse.Of(course, _texts, _analysis, tokens) : null);
            return prepared;
        });
    }

    private bool Apply(CourseChange change, PreparedCourse? course, long seq)
    {
        var known = _rows.Find(change.Id);
        if (known?.Revision >= change.Revision)
        {
            return false;
        }

        if (known is { HasCourse: true })
        {
            var old = CourseBody.Read(_rows.Remove(known.Doc));
            _tokens.CountTitle(PreparedCourse.WordsOf(old.Course.Title, _analysis), -1);
        }

        if (course is null)
        {
            _rows.Bury(change, seq);
            return true;
        }

        _tokens.CountTitle(course.TitleWords, 1);
        _rows.Put(change, seq, course, Array.ConvertAll(course.Columns, column => column.Finish()));
        return true;
    }
}
