using DcCourseIndex.Indexer.Engines.Store;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>
/// Writes the words of courses into a Lucene index. Its commit is the last act before that of the store and carries the same number, so words, courses
/// and position change together: whoever opens the index takes the commit that the store names. What the store has and Lucene lacks is made again.
/// </summary>
internal sealed class LuceneWriter : IWordWriter
{
    // Megabytes of words before a segment is written.
    private const double Buffer = 64;

    private readonly string _folder;
    private readonly SqliteConnection _connection;
    private readonly string _fingerprint;
    private readonly ILogger _log;
    private readonly LuceneDirectory _directory;
    private readonly CourseDocument _document = new();
    private IndexWriter? _writer;

    /// <exception cref="InvalidOperationException">Another writer holds the Lucene index.</exception>
    public LuceneWriter(string folder, SqliteConnection connection, string fingerprint, ILogger log)
    {
        (_folder, _connection, _fingerprint, _log) = (folder, connection, fingerprint, log);
        _directory = LuceneFiles.Open(folder, FileAccessKind.Positioned);
        _writer = Open();
    }

    // An index of another engine gets no Lucene files before it is written to; usually it is replaced instead.
    private IndexWriter Writer => _writer ??= Fill(State());

    /// <inheritdoc/>
    public void Add(long doc, int[][] tokens) => Writer.AddDocument(_document.Of((int)doc, tokens));

    /// <inheritdoc/>
    public void Remove(long doc, int[][] tokens) => Writer.DeleteDocuments(CourseDocument.Named((int)doc));

    /// <inheritdoc/>
    public void Flush(long seq)
    {
        Writer.SetCommitData(LuceneFiles.UserData(seq, State().Position));
        Writer.Commit();
    }

    /// <inheritdoc/>
    public void Forget()
    {
        _writer?.Rollback();
        _writer = Open();
    }

    /// <inheritdoc/>
    public void Optimise()
    {
        Writer.ForceMerge(1);
        Writer.Commit();
    }

    public void Dispose()
    {
        // Everything is committed already; closing would wait for merges and commit those.
        _writer?.Rollback();
        _directory.Dispose();
        _document.Dispose();
    }

    private IndexWriter? Open()
    {
        var (position, seq) = State();
        if (position != IndexPosition.Nothing && position.Fingerprint != _fingerprint)
        {
            return null;
        }

        try
        {
            if (LuceneFiles.Commit(_directory, seq) is { } commit)
            {
                LuceneFiles.EnsureWhole(commit);
                return new IndexWriter(_directory, Config(commit));
            }

            if (seq > 0)
            {
                _log.LogWarning("The Lucene index in {Folder} has no commit {Seq}; its words are read from the stored courses.", _folder, seq);
            }
        }
        catch (IOException damaged) when (damaged is not LockObtainFailedException)
        {
            _log.LogWarning(damaged, "The Lucene index in {Folder} is damaged; its words are read from the stored courses.", _folder);
        }
        catch (LockObtainFailedException held)
        {
            throw Held(held);
        }

        return Fill((position, seq));
    }

    private IndexWriter Fill((IndexPosition Position, long Seq) state)
    {
        Clear();
        var writer = new IndexWriter(_directory, Config(null));
        _connection.Each("SELECT doc, tokens FROM courses", row => writer.AddDocument(_document.Of(row.GetInt32(0), TokenColumns.Read(row.GetFieldValue<byte[]>(1)))));
        writer.SetCommitData(LuceneFiles.UserData(state.Seq, state.Position));
        writer.Commit();
        return writer;
    }

    // Lucene reads even what it is to replace, and what is damaged cannot be read.
    private void Clear()
    {
        using var writing = _directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!writing.Obtain())
        {
            throw Held(null);
        }

        foreach (var file in _directory.ListAll().Where(file => file != IndexWriter.WRITE_LOCK_NAME))
        {
            _directory.DeleteFile(file);
        }
    }

    private InvalidOperationException Held(Exception? held) =>
        new($"The Lucene index in {_folder} is being written by another process. Stop it, or give another data folder.", held);

    // Without a commit to go on with the index is made anew.
    private static IndexWriterConfig Config(IndexCommit? commit) => new(LuceneVersion.LUCENE_48, null)
    {
        IndexCommit = commit,
        OpenMode = commit is null ? OpenMode.CREATE : OpenMode.APPEND,
        IndexDeletionPolicy = new KeptCommits(),
        RAMBufferSizeMB = Buffer,
    };

    private (IndexPosition Position, long Seq) State()
    {
        using var state = _connection.Statement("SELECT epoch, revision, fingerprint, seq FROM state");
        using var row = state.ExecuteReader();
        row.Read();
        return (new IndexPosition(row.GetString(0), row.GetInt64(1), row.GetString(2)), row.GetInt64(3));
    }
}
